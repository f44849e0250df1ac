/**
 * The visitor's round trip, the service's main job.
 *
 * <p>The way: {@code AuthoriseResource} reads the query, {@link com.xpkit.sociallink.link.VisitorLinking} judges it, opens a
 * flow and sends the visitor to WeChat. WeChat sends them to {@code CallbackResource}: the flow is read again, the code becomes
 * a visitor ({@link com.xpkit.sociallink.link.CodeExchanging}), the visitor a profile ({@link
 * com.xpkit.sociallink.link.LinkWriting}, the only transaction).
 *
 * <p>Each of the two requests is a {@code LinkAttempt}: what is known of it so far. Each comes to a {@code LinkResult}, which is
 * a refusal, too, and holds all that the answer and the log say. {@code LinkAnswers} alone decides whether the visitor goes back
 * to the application or sees a page of ours. What a code comes to is an {@code ExchangeResult}; what the database keeps of a
 * flow, for its later callbacks, a {@code LinkOutcome}.
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
