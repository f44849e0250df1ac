/**
 * The servers that the service is tested on, each installed as an operator would: from its own archive, with the
 * files in {@code server-config}, with the very WAR that Maven packaged. A {@link com.xpkit.sociallink.server.Server}
 * is a kind of server, a {@link com.xpkit.sociallink.server.Node} one process of it; {@code -Dit.server} chooses the
 * kind for a whole run. Only {@code start} runs another WAR on them, to compare.
 *
 * <p>{@link com.xpkit.sociallink.server.ServerUnderTest} lets Arquillian start and stop one. Only this package knows
 * how servers differ.
 */
package com.xpkit.sociallink.server;
