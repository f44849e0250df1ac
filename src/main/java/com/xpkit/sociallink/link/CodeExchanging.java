package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.ExchangeNotices.Notice;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowCookie;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.CodeUsed;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Exchanges a code for a profile: WeChat says whose code it is, or an earlier callback has stored its result. */
@ApplicationScoped
public class CodeExchanging {

    private static final ExchangeResult TOO_MANY =
            new ExchangeResult.Refused(LinkError.NO_TOKEN, "too many codes of one flow");

    @Inject WeChat wechat;

    @Inject FlowCookie cookie;

    @Inject LinkSaving saving;

    @Inject Exchanges exchanges;

    @Inject ExchangeNotices notices;

    @Inject OutcomeWaiting waiting;

    /**
     * The stage fails only for unexpected errors. It may end much later, on another thread, if another callback is
     * exchanging this code or another one of the flow.
     */
    CompletionStage<ExchangeResult> exchange(
            Flow flow, OfficialAccount official, CallbackRequest request) {
        var own = new Exchange(FlowCode.of(flow, request.code()));
        var current = exchanges.begin(own);
        if (current.isPresent()) {
            return waiting.follow(current.get().result())
                    .orElseGet(() -> stage(() -> done(beforeItsEnd(own.code()))));
        }
        stage(() -> begun(own, official, request))
                .whenComplete(
                        (result, failure) -> {
                            exchanges.end(own);
                            own.end(result, failure);
                        });
        return own.result();
    }

    private static CompletionStage<ExchangeResult> stage(
            Supplier<CompletionStage<ExchangeResult>> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error failure) {
            // callbacks that wait for it must see every end
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static CompletionStage<ExchangeResult> done(ExchangeResult result) {
        return CompletableFuture.completedFuture(result);
    }

    /** For a callback that cannot wait for the code's exchange, because too many callbacks wait already. */
    private ExchangeResult beforeItsEnd(FlowCode code) {
        return outcome(code).orElse(new ExchangeResult.SpentElsewhere(Restart.CODE_USED));
    }

    private CompletionStage<ExchangeResult> begun(
            Exchange own, OfficialAccount official, CallbackRequest request) {
        var isFirst = isFirst(own.code().flow(), request);
        var known = withoutWeChat(own.code(), isFirst);
        if (known.isPresent()) {
            return done(known.get());
        }
        var notice = isFirst ? notices.afterAWhile(own) : notices.atOnce(own);
        return exchanged(own, notice, official, request);
    }

    /** As far as this node knows. A first callback does not query the database before it asks WeChat. */
    private boolean isFirst(Flow flow, CallbackRequest request) {
        return !exchanges.know(flow) && !cookie.showsRefusal(flow, request.cookies());
    }

    /** A result that needs no question to WeChat. If there is none, counts a question to WeChat. */
    private Optional<ExchangeResult> withoutWeChat(FlowCode code, boolean isFirst) {
        var known = isFirst ? Optional.<ExchangeResult>empty() : known(code);
        return known.isPresent() || exchanges.mayAsk(code.flow())
                ? known
                : Optional.of(outcome(code).orElse(TOO_MANY));
    }

    private Optional<ExchangeResult> known(FlowCode code) {
        var history = saving.history(code, List.of());
        return history.outcome().isEmpty() && history.otherCodes() >= Exchanges.MAX_QUESTIONS
                ? Optional.of(TOO_MANY)
                : history.outcome().map(LinkOutcome::result);
    }

    private Optional<ExchangeResult> outcome(FlowCode code) {
        return saving.outcome(code).map(LinkOutcome::result);
    }

    private CompletionStage<ExchangeResult> exchanged(
            Exchange own, Notice notice, OfficialAccount official, CallbackRequest request) {
        return wechat.visitor(official, request.code(), authType(own.code().flow()))
                .handle(
                        (visitor, failure) ->
                                failure == null
                                        ? saving.save(own.code(), Visitors.linked(visitor))
                                        : afterFailure(own, notice, request, failure))
                .thenCompose(Function.identity());
    }

    private CompletionStage<ExchangeResult> afterFailure(
            Exchange own, Notice notice, CallbackRequest request, Throwable thrown) {
        if (!(Exchange.causeOf(thrown) instanceof WeChatFailure failure)) {
            return CompletableFuture.failedFuture(thrown);
        }
        if (failure.kind() != WeChatFailure.Kind.CODE_REFUSED) {
            return done(afterFailure(own, notice, failure));
        }
        own.leaveWeChat();
        notices.takeBack(notice);
        return afterRefusal(own.code(), request, failure);
    }

    static AuthType authType(Flow flow) {
        return flow.isWithConsent() ? AuthType.SNSAPI_USERINFO : AuthType.SNSAPI_BASE;
    }

    private ExchangeResult afterFailure(Exchange own, Notice notice, WeChatFailure failure) {
        var code = own.code();
        var error = Visitors.error(failure);
        var refusal = new ExchangeResult.Refused(error, failure.getMessage());
        if (error == LinkError.NO_TOKEN) {
            own.leaveWeChat();
            notices.takeBack(notice);
            return outcome(code).orElse(refusal);
        }
        // written before it reads, so of two concurrent callbacks the refused one sees the other's
        // result
        saving.remember(code, error);
        return saving.outcome(code)
                .flatMap(LinkOutcome::linked)
                .<ExchangeResult>map(ExchangeResult.Linked::new)
                .orElse(refusal);
    }

    /** WeChat says that the code was used or is invalid. The callback that used it has stored, or will store, its result. */
    private CompletionStage<ExchangeResult> afterRefusal(
            FlowCode code, CallbackRequest request, WeChatFailure failure) {
        var others = cookie.otherStates(code.flow(), request.cookies());
        // another callback has probably not used an invalid code: wait only for known exchanges
        var grace = failure instanceof CodeUsed ? OutcomeWaiting.GRACE : Duration.ZERO;
        return waiting.explanation(code, others, grace)
                .thenApply(
                        explanation ->
                                explanation
                                        .map(outcome -> explained(code, outcome))
                                        .orElseGet(() -> unexplained(code, failure)));
    }

    private static ExchangeResult explained(FlowCode code, LinkOutcome outcome) {
        return outcome.isOf(code.flow())
                ? outcome.result()
                : new ExchangeResult.SpentElsewhere(Restart.CODE_OF_ANOTHER_FLOW);
    }

    private ExchangeResult unexplained(FlowCode code, WeChatFailure failure) {
        if (failure instanceof CodeUsed) {
            return new ExchangeResult.SpentElsewhere(Restart.CODE_USED);
        }
        saving.remember(code, LinkError.NO_TOKEN);
        return new ExchangeResult.Refused(LinkError.NO_TOKEN, failure.getMessage());
    }
}
