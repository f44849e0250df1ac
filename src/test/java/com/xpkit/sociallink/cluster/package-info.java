/**
 * The packaged service as it runs in production: several processes of a server, a real PostgreSQL or MariaDB that
 * they share, and a WeChat that can be slow. The tests check the claims about several nodes, many visitors at once
 * and the number of statements, and look into the database itself.
 *
 * <p>Talks to the service only over HTTP and uses none of its classes. {@link com.xpkit.sociallink.cluster.Cluster}
 * is started once for all classes and closed with the last.
 */
package com.xpkit.sociallink.cluster;
