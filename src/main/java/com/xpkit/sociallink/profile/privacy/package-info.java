/**
 * All that is stored about a person: exported, or erased.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "profile")
package com.xpkit.sociallink.profile.privacy;

import com.xpkit.sociallink.Layer;
