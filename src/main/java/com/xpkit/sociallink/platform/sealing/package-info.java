/**
 * Sealed text: encrypted, authenticated, bound to one purpose and one row, and readable with any of the keys in {@code
 * sociallink.secret-key}, so that keys can be rotated. A service on H2 keeps its own key next to the database.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.settings", "platform.h2", "platform.storage"})
package com.xpkit.sociallink.platform.sealing;

import com.xpkit.sociallink.Layer;
