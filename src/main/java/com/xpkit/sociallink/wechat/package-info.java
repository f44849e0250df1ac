/**
 * Our door to WeChat. {@link com.xpkit.sociallink.wechat.WeChat} speaks our words; {@code WeChatApi} and the replies speak
 * theirs and never leave. Every failure comes out as a {@link com.xpkit.sociallink.wechat.WeChatFailure}.
 *
 * <p>The app secret, codes and tokens travel in addresses here: nothing in this package logs an address or lets out an
 * exception that holds one.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.Layer;
