/**
 * Everything that talks to WeChat. {@link com.xpkit.sociallink.wechat.WeChat} uses our terms; {@code WeChatApi} and its
 * answers use WeChat's and stay in this package. Every failure becomes a {@link
 * com.xpkit.sociallink.wechat.WeChatFailure}.
 *
 * <p>The app secret, codes and tokens are in the addresses that are called: nothing in this package logs an address or
 * throws an exception that contains one.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.Layer;
