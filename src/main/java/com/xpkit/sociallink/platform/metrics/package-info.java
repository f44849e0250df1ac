/**
 * What the service counts and times, for an operator's monitoring. Features report to {@link
 * com.xpkit.sociallink.platform.metrics.Metrics} in their own terms; only this package knows the library behind the
 * metrics. {@code monitoring} publishes them.
 *
 * <p>No label has a value from a request: each has a fixed list of values, or a bounded number.
 */
@Layer(Layer.Kind.PLATFORM)
package com.xpkit.sociallink.platform.metrics;

import com.xpkit.sociallink.Layer;
