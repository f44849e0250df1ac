/**
 * Merging profiles: the plan for each member, the merge itself, its record, undoing it, and finding where a profile
 * went.
 *
 * <p>A merge is decided on documents ({@link com.xpkit.sociallink.profile.merge.DocumentMerge}), but keys move as rows,
 * so that no OpenID is ever without a profile.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "profile")
package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.Layer;
