/**
 * One visitor's way through WeChat, without a server session. The facts of a {@link com.xpkit.sociallink.link.flow.Flow} travel
 * sealed in the query of our callback address, which WeChat keeps; {@code state} is a nonce that the seal also holds; a cookie
 * named after it proves the browser. Any node can go on with it.
 */
@Layer(Layer.Kind.BRIDGE)
package com.xpkit.sociallink.link.flow;

import com.xpkit.sociallink.Layer;
