/**
 * The database as such: which product, its connections, schema and health, and what failures of it mean. What is stored is up
 * to the features.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.settings")
package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.Layer;
