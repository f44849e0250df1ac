/**
 * The visitor's round trip, the service's main job.
 *
 * <p>The way: {@code AuthoriseResource} reads the query, {@link com.xpkit.sociallink.link.VisitorLinking} judges it, opens a
 * flow and sends the visitor to WeChat. WeChat sends them to {@code CallbackResource}: the flow is read again, the code becomes
 * a visitor ({@link com.xpkit.sociallink.link.CodeExchanging}), the visitor a profile ({@link
 * com.xpkit.sociallink.link.LinkWriting}, the only transaction). Every failure is a {@link
 * com.xpkit.sociallink.link.LinkRefused}, and {@code LinkAnswers} alone decides whether the visitor goes back to the
 * application or sees a page of ours.
 *
 * <p>Of callbacks that come twice, one exchanges the code. The others wait in {@link
 * com.xpkit.sociallink.link.OutcomeWaiting} and hold no thread; other nodes learn of an exchange by {@link
 * com.xpkit.sociallink.link.ExchangeNotices}.
 */
@Layer(
        value = Layer.Kind.BRIDGE,
        knows = {"link.flow", "address", "wechat", "configuration", "profile"})
package com.xpkit.sociallink.link;

import com.xpkit.sociallink.Layer;
