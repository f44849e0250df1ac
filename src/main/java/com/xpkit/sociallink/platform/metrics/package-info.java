/**
 * What the service counts and times, for an operator's monitoring. Features report to {@link
 * com.xpkit.sociallink.platform.metrics.Metrics} in their own words; only this package knows the library that keeps the
 * numbers. {@code monitoring} shows them.
 *
 * <p>No label takes a value that came with a request: each has a list of values, or is bounded.
 */
@Layer(Layer.Kind.PLATFORM)
package com.xpkit.sociallink.platform.metrics;

import com.xpkit.sociallink.Layer;
