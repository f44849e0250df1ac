/**
 * Several profiles become one: what would become of each member, the merge itself, its record, the way
 * back, and where a profile went.
 *
 * <p>Knows {@code profile}, {@code profile.keeping} and {@code work}. A merge is
 * decided on documents ({@link com.xpkit.sociallink.profile.merge.DocumentMerge}); keys move as rows, so that
 * no OpenID is ever without a profile.
 */
package com.xpkit.sociallink.profile.merge;
