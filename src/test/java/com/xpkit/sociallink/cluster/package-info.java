/**
 * The packaged service as it runs in production: several processes of a server, a real PostgreSQL or MariaDB that they share, and a WeChat that
 * can be slow. What is claimed about many nodes, many visitors at once and the number of statements is tested here, and the
 * database itself is the witness.
 *
 * <p>Speaks to the service over HTTP alone and uses none of its classes. {@link com.xpkit.sociallink.cluster.Cluster} is
 * started once for all classes and closed with the last.
 */
package com.xpkit.sociallink.cluster;
