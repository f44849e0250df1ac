/**
 * {@code GET /api/metrics/}: the metrics of {@code platform.metrics} together with gauges that are read at that moment,
 * for monitoring. Reading them requires a scope.
 */
@Layer(value = Layer.Kind.FEATURE, looksFromOutside = true)
package com.xpkit.sociallink.monitoring;

import com.xpkit.sociallink.Layer;
