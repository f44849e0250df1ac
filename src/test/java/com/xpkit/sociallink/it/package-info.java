/**
 * Tests of a running server: the WAR that Maven packaged, on the server that the build's profile names, called from
 * outside. The server starts once, so no class may leave anything behind that others would notice.
 *
 * <p>Tests speak through the drivers of {@code driver}, which {@link com.xpkit.sociallink.it.Service} hands out;
 * {@link com.xpkit.sociallink.it.RawRequest} sends what no client would. Nothing here imports a class of the service;
 * every test has data of its own.
 */
package com.xpkit.sociallink.it;
