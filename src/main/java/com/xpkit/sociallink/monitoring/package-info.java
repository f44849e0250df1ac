/**
 * {@code GET /api/metrics/}: what {@code platform.metrics} counts, together with what can be looked up at that moment, for
 * whoever monitors the service. The scope says who may read it.
 */
@Layer(value = Layer.Kind.FEATURE, looksFromOutside = true)
package com.xpkit.sociallink.monitoring;

import com.xpkit.sociallink.Layer;
