/**
 * Clusters of databases that lose a member under load, with the files of {@code server-config} that an operator copies and with
 * Debian's packages, which {@code src/test/sh/install-failover} installs. Two nodes link visitors meanwhile; every profile that a
 * visitor was given must be in the database afterwards, and the longest time without a link is printed.
 *
 * <p>Talks to the service only over HTTP and to the database by SQL. It knows {@code driver}, {@code server}, {@code database} and
 * {@code simulator}, and nobody knows it. {@link com.xpkit.sociallink.failover.Nodes}, {@link com.xpkit.sociallink.failover.Load},
 * {@link com.xpkit.sociallink.failover.Network} and {@link com.xpkit.sociallink.failover.Program} know no particular database.
 *
 * <p>Takes minutes, so {@code mvn verify} leaves it out: {@code .ci/matrix} has rows for it, and {@code -Dit.test=PatroniIT} runs
 * it.
 */
package com.xpkit.sociallink.failover;
