package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.configuration.LinkingConfigurations;
import com.xpkit.sociallink.configuration.LiveConfigurations;
import com.xpkit.sociallink.link.LinkResult.Departure;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowCookie;
import com.xpkit.sociallink.link.flow.Flows;
import com.xpkit.sociallink.platform.metrics.Step;
import com.xpkit.sociallink.platform.rest.Ids;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends a visitor through WeChat and links them to their profile. A failure is a result, too. */
@ApplicationScoped
public class VisitorLinking {

    @Inject WeChat wechat;

    @Inject WeChatSettings settings;

    @Inject LiveConfigurations configurations;

    @Inject Flows flows;

    @Inject FlowCookie cookie;

    @Inject CodeExchanging codes;

    /** The visitor goes to WeChat, or is refused for an integrator's mistake or with 100, 105 or 101. */
    LinkResult depart(AuthoriseRequest request) {
        var attempt = LinkAttempt.begin(Step.AUTHORISE);
        if (!request.fallenOut().isEmpty()) {
            return LinkResult.Refused.forFallenOut(attempt, request.fallenOut());
        }
        if (request.authType().isEmpty()) {
            return attempt.refused(LinkError.UNKNOWN_AUTH_TYPE);
        }
        try {
            attempt = located(attempt, request);
            return depart(attempt, request);
        } catch (RuntimeException unexpected) {
            return new LinkResult.Failed(attempt, unexpected);
        }
    }

    private LinkAttempt located(LinkAttempt attempt, AuthoriseRequest request) {
        return Ids.parse(request.accountId())
                .map(account -> located(attempt, account, request.applicationUri()))
                .orElse(attempt);
    }

    private LinkAttempt located(LinkAttempt attempt, UUID account, String applicationUri) {
        return configurations
                .of(account)
                .map(all -> attempt.located(account, way(all, account, applicationUri)))
                .orElse(attempt);
    }

    private static Optional<Way> way(
            LinkingConfigurations all, UUID account, String applicationUri) {
        return ApplicationUri.read(applicationUri)
                .flatMap(
                        home -> all.allowing(home).map(through -> new Way(account, through, home)));
    }

    /** If there are several reasons for a refusal, the first of 100, 105 and 101 counts. */
    private LinkResult depart(LinkAttempt attempt, AuthoriseRequest request) {
        if (!settings.isWeChat(request.userAgent())) {
            return attempt.refused(LinkError.NOT_IN_WECHAT);
        }
        if (attempt.account().isEmpty()) {
            return attempt.refused(LinkError.UNKNOWN_ACCOUNT);
        }
        if (attempt.way().isEmpty()) {
            return attempt.refused(LinkError.ADDRESS_NOT_ALLOWED);
        }
        var way = attempt.way().get();
        var flow = opened(way, request.authType().orElseThrow());
        return new LinkResult.SentToWeChat(attempt, departure(way, flow, request.userAgent()));
    }

    private Flow opened(Way way, AuthType authType) {
        var withConsent = authType == AuthType.SNSAPI_USERINFO;
        return flows.open(way.account(), way.through().id(), way.home().toString(), withConsent);
    }

    private Departure departure(Way way, Flow flow, String userAgent) {
        var page =
                wechat.authorisePage(
                        way.through().appId(),
                        flows.callback(flow),
                        CodeExchanging.authType(flow),
                        flow.state(),
                        userAgent);
        return new Departure(flow, page);
    }

    /**
     * The visitor is linked, goes to WeChat again, or is refused with one of 102 to 104 and 106, or with 105 or 101 if the
     * account or configuration that allowed the flow is gone. The stage never fails. It may end on another thread.
     */
    CompletionStage<LinkResult> arrive(CallbackRequest request) {
        var attempt = LinkAttempt.begin(Step.CALLBACK);
        try {
            var flow = request.flow().flatMap(flows::read);
            if (flow.isEmpty()) {
                return done(attempt.refused(LinkError.NO_CODE));
            }
            attempt = located(attempt, flow.get());
            return arrive(attempt, flow.get(), request);
        } catch (RuntimeException unexpected) {
            return done(new LinkResult.Failed(attempt, unexpected));
        }
    }

    /** A configuration may have changed while the visitor was away. */
    private LinkAttempt located(LinkAttempt attempt, Flow flow) {
        return located(attempt, flow.account(), flow.applicationUri())
                .onlyThrough(flow.configuration());
    }

    private CompletionStage<LinkResult> arrive(
            LinkAttempt attempt, Flow flow, CallbackRequest request) {
        if (attempt.account().isEmpty()) {
            return done(attempt.refused(LinkError.UNKNOWN_ACCOUNT));
        }
        if (attempt.way().isEmpty()) {
            return done(attempt.refused(LinkError.ADDRESS_NOT_ALLOWED));
        }
        if (!request.isOf(flow) || flows.hasLapsed(flow)) {
            return done(attempt.refused(LinkError.NO_CODE));
        }
        if (request.hasDeclined()) {
            return done(attempt.refused(LinkError.NO_CODE, "the visitor declined"));
        }
        if (!cookie.proves(flow, request.cookies())) {
            // a request without the cookie may come from a scanner, so its code is not spent
            return done(again(attempt, flow, Restart.WITHOUT_COOKIE, request.userAgent()));
        }
        return exchange(attempt.proven(flow), flow, request);
    }

    private CompletionStage<LinkResult> exchange(
            LinkAttempt attempt, Flow flow, CallbackRequest request) {
        var through = attempt.way().orElseThrow().through();
        if (through.appSecret().isEmpty()) {
            // WeChat would only count a failure against the Official Account
            return done(attempt.refused(LinkError.NO_TOKEN, "the app_secret cannot be opened"));
        }
        var official = new OfficialAccount(through.appId(), through.appSecret().get());
        return codes.exchange(flow, official, request)
                .thenApply(result -> arrived(attempt, flow, result, request.userAgent()))
                .exceptionally(failure -> LinkResult.Failed.of(attempt, failure));
    }

    private LinkResult arrived(
            LinkAttempt attempt, Flow flow, ExchangeResult result, String userAgent) {
        if (result instanceof ExchangeResult.Linked linked) {
            return new LinkResult.Linked(attempt, attempt.way().orElseThrow(), linked.profile());
        }
        if (result instanceof ExchangeResult.SpentElsewhere spent) {
            return again(attempt, flow, spent.restart(), userAgent);
        }
        var refused = (ExchangeResult.Refused) result;
        return attempt.refused(refused.error(), refused.reason());
    }

    /** Only once in each flow; otherwise a visitor could be sent back and forth forever. */
    private LinkResult again(LinkAttempt attempt, Flow flow, Restart why, String userAgent) {
        if (flow.attempt() > 1) {
            return attempt.refused(why.error(), why.reason());
        }
        var way = attempt.way().orElseThrow();
        var departure = departure(way, flows.again(flow), userAgent);
        return new LinkResult.SentAgain(attempt, why, departure);
    }

    private static CompletionStage<LinkResult> done(LinkResult result) {
        return CompletableFuture.completedFuture(result);
    }
}
