/**
 * The visitor's round trip, the service's main job.
 *
 * <p>{@code AuthoriseServlet} reads the query. {@link com.xpkit.sociallink.link.VisitorLinking} checks it, opens a flow and
 * sends the visitor to WeChat. WeChat sends them to {@code CallbackResource}, which reads the flow again. {@link
 * com.xpkit.sociallink.link.CodeExchanging} exchanges the code for a visitor, and {@link
 * com.xpkit.sociallink.link.LinkWriting} links the visitor to a profile, in the only transaction.
 *
 * <p>A {@code LinkAttempt} is what is known so far about one of the two requests. A {@code LinkResult} is the result of a
 * request, including a refusal, with everything that the answer and the log need. Only {@code LinkAnswers} decides whether the
 * visitor goes back to the application or sees our error page. An {@code ExchangeResult} is the result of a code. A {@code
 * LinkOutcome} is what the database stores of a flow for its later callbacks.
 *
 * <p>If a callback comes twice, one of the two exchanges the code. The other waits in {@link
 * com.xpkit.sociallink.link.OutcomeWaiting} without using a thread. Other nodes learn about an exchange through {@link
 * com.xpkit.sociallink.link.ExchangeNotices}.
 */
@Layer(
        value = Layer.Kind.BRIDGE,
        knows = {"link.flow", "address", "wechat", "configuration", "profile"})
package com.xpkit.sociallink.link;

import com.xpkit.sociallink.Layer;
