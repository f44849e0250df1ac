/**
 * What the service does by itself, again and again: each {@link com.xpkit.sociallink.platform.upkeep.Chore} of a feature runs
 * in its period, beside all requests. {@code StartUp} begins it after the migrations.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.storage")
package com.xpkit.sociallink.platform.upkeep;

import com.xpkit.sociallink.Layer;
