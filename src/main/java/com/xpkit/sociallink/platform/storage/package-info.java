/**
 * The database itself: its product, connections, schema and health, and the meaning of its failures. The features
 * decide what is stored.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.settings")
package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.Layer;
