/**
 * A visitor's way through WeChat, without a server session. A {@link com.xpkit.sociallink.link.flow.Flow} is sealed into the
 * query of our callback address, which WeChat keeps. {@code state} is a nonce that the seal also contains, and a cookie named
 * after it identifies the browser. Any node can continue the flow.
 */
@Layer(Layer.Kind.BRIDGE)
package com.xpkit.sociallink.link.flow;

import com.xpkit.sociallink.Layer;
