/**
 * The servers that the service is tested on, each installed as an operator would: from its own archive, with the files in
 * {@code server-config}, with the very WAR that Maven packaged. A {@link com.xpkit.sociallink.server.Server} is a kind of
 * server, a {@link com.xpkit.sociallink.server.Node} one process of it; {@code -Dit.server} chooses the kind for a whole run.
 * Only {@code start} gives them another WAR, to compare.
 *
 * <p>{@link com.xpkit.sociallink.server.ServerUnderTest} lets Arquillian start and stop one. Whatever differs between servers
 * is known here and nowhere else.
 */
package com.xpkit.sociallink.server;
