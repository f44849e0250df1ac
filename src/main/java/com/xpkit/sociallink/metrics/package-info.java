/**
 * What the service counts and times of itself, for an operator's monitoring. Features tell
 * {@link com.xpkit.sociallink.metrics.Metrics} what happened in words of theirs; only this package knows the
 * library that keeps the numbers. {@code metrics.scrape} shows them.
 *
 * <p>Knows nobody; {@code linking}, {@code wechat} and {@code job} know it. No label takes a value that came
 * with a request: each has a list of values, or is bounded.
 */
package com.xpkit.sociallink.metrics;
