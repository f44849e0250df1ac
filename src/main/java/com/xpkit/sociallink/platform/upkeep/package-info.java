/**
 * Tasks that the service repeats by itself. Each {@link com.xpkit.sociallink.platform.upkeep.Chore} of a feature runs in its
 * period, apart from requests. {@code StartUp} starts the upkeep after the migrations.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.storage")
package com.xpkit.sociallink.platform.upkeep;

import com.xpkit.sociallink.Layer;
