/**
 * Everything that talks to WeChat. {@link com.xpkit.sociallink.wechat.WeChat} uses our terms; {@code WeChatApi} and its
 * answers use WeChat's and stay in this package. Every failure becomes a {@link
 * com.xpkit.sociallink.wechat.WeChatFailure}.
 *
 * <p>{@code WeChatCalls} owns what the exchanges share. A {@code WeChatLine} takes each visitor through WeChat: a {@code
 * CircuitBreaker} lets them in, {@code VisitorPlaces} limits how many are on their way, {@code ExchangeThreads} runs the
 * blocking {@code CodeExchange}, and no thread of the server waits (docs/adr/0046).
 *
 * <p>The app secret, codes and tokens are in the addresses that are called: nothing in this package logs an address or
 * throws an exception that contains one.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.Layer;
