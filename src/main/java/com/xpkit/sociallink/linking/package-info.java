/**
 * The visitor's round trip, the service's main job and the only package that knows {@code wechat},
 * {@code configuration} and {@code profile} together. Nobody knows it.
 *
 * <p>The way: {@code AuthoriseResource} reads the query, {@link com.xpkit.sociallink.linking.VisitorLinking}
 * judges it, opens a flow and sends the visitor to WeChat; WeChat sends them to {@code CallbackResource}; the
 * flow is read again, the code becomes a visitor ({@link com.xpkit.sociallink.linking.CodeExchanging}), the visitor a
 * profile ({@link com.xpkit.sociallink.linking.LinkWriting}, the only transaction). Whatever goes wrong is a
 * {@link com.xpkit.sociallink.linking.LinkRefused}, and {@code LinkAnswers} alone decides whether the
 * visitor goes back to the application or sees a page of ours.
 *
 * <p>Of callbacks that come twice, one exchanges the code. The others wait in
 * {@link com.xpkit.sociallink.linking.OutcomeWaiting} and hold no thread; other nodes learn of an exchange by
 * {@link com.xpkit.sociallink.linking.ExchangeNotices}.
 */
package com.xpkit.sociallink.linking;
