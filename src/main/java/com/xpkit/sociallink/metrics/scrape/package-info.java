/**
 * {@code GET /api/metrics/}: what {@code metrics} counts, shown to who monitors the service, together with
 * what can be looked up at that moment.
 *
 * <p>Knows {@code metrics}, {@code api}, {@code storage} (the open connections); nobody knows it. Who may read is said by
 * the scope, and held by {@code token}.
 */
package com.xpkit.sociallink.metrics.scrape;
