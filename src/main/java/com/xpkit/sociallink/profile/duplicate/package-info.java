/**
 * Pairs of profiles that seem to be the same person: both have the same unionid, through different Official Accounts.
 * Links and writes note them, and people decide. This package knows profiles only by their ids, because every write of
 * a profile notes its pairs.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.Layer;
