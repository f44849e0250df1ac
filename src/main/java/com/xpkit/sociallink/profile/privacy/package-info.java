/** Everything that is stored about a person: its export and its erasure. */
@Layer(value = Layer.Kind.FEATURE, knows = "profile")
package com.xpkit.sociallink.profile.privacy;

import com.xpkit.sociallink.Layer;
