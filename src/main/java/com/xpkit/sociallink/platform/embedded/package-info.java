/**
 * The file of the embedded database: how large it may become, and when it is compacted.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.settings", "platform.storage", "platform.upkeep"})
package com.xpkit.sociallink.platform.embedded;

import com.xpkit.sociallink.Layer;
