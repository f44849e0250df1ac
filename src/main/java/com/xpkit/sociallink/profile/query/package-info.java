/**
 * By what lists of profiles filter, order and search: the members with a meaning, and any other member of
 * a document through its index.
 *
 * <p>Knows {@code profile} (which members have a meaning) and {@code listing}.
 */
package com.xpkit.sociallink.profile.query;
