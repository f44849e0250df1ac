/**
 * One visitor's way through WeChat, without a server session: the {@link com.xpkit.sociallink.flow.Flow}'s
 * facts travel sealed in the query of our callback address, which WeChat keeps; {@code state} is a nonce
 * that the seal also holds; a cookie named after it proves the browser. Any node can go on with it.
 *
 * <p>Knows {@code sealing} and {@code settings}; only {@code linking} knows it.
 */
package com.xpkit.sociallink.flow;
