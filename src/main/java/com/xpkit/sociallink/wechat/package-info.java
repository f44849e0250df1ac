/**
 * Our door to WeChat. {@link com.xpkit.sociallink.wechat.WeChat} speaks our words, {@code WeChatApi} and
 * the replies speak theirs and never leave. Whatever goes wrong behind the door comes out as a
 * {@link com.xpkit.sociallink.wechat.WeChatFailure}.
 *
 * <p>Knows {@code outbound}, {@code settings} and {@code metrics}; {@code linking} knows it. The app secret, codes and tokens travel in addresses
 * here: nothing in this package logs an address or lets an exception that holds one out.
 */
package com.xpkit.sociallink.wechat;
