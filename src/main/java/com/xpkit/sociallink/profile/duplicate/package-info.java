/**
 * Pairs of profiles that seem to be of one person: both have the same unionid, through different Official Accounts. Links and
 * writes note them; people decide. Profiles are known by their ids alone, since every write of a profile notes its pairs.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.Layer;
