/**
 * The database itself: its product, connections, transactions and health, and the meaning of its failures. The features
 * decide what is stored.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.settings", "platform.h2"})
package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.Layer;
