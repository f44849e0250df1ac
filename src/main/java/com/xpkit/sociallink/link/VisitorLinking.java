package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.configuration.LinkingConfiguration;
import com.xpkit.sociallink.configuration.LiveConfigurations;
import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.link.flow.FlowCookie;
import com.xpkit.sociallink.link.flow.Flows;
import com.xpkit.sociallink.platform.rest.Ids;
import com.xpkit.sociallink.wechat.AuthType;
import com.xpkit.sociallink.wechat.OfficialAccount;
import com.xpkit.sociallink.wechat.WeChat;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Takes a visitor through WeChat and links them to their profile. */
@ApplicationScoped
public class VisitorLinking {

    @Inject WeChat wechat;

    @Inject WeChatSettings settings;

    @Inject LiveConfigurations configurations;

    @Inject Flows flows;

    @Inject FlowCookie cookie;

    @Inject CodeExchanging codes;

    /** A flow and where it sends the visitor. */
    record Departure(Flow flow, URI wechat) {}

    /** The authorisation once more, and why. */
    record Again(Restart why, Departure departure) {}

    /** The end of a callback: a profile, or the authorisation once more. */
    record Arrival(Optional<UUID> profile, Optional<Again> again) {}

    /**
     * @throws LinkRefused 100, 105 or 101, the first of them that applies
     */
    Departure depart(Link link, AuthoriseRequest request) {
        if (!request.fallenOut().isEmpty()) {
            throw LinkRefused.forFallenOut(request.fallenOut());
        }
        var authType = request.authType().orElseThrow(() -> refusal(LinkError.UNKNOWN_AUTH_TYPE));
        var account = Ids.parse(request.accountId());
        var known = account.flatMap(configurations::of);
        known.ifPresent(all -> link.isOf(account.get()));
        var uri = ApplicationUri.read(request.applicationUri());
        var configuration = known.flatMap(all -> uri.flatMap(all::allowing));
        configuration.ifPresent(found -> link.mayReturnTo(uri.get(), found.id()));
        if (!settings.isWeChat(request.userAgent())) {
            throw refusal(LinkError.NOT_IN_WECHAT);
        }
        if (known.isEmpty()) {
            throw refusal(LinkError.UNKNOWN_ACCOUNT);
        }
        var through = configuration.orElseThrow(() -> refusal(LinkError.ADDRESS_NOT_ALLOWED));
        var withConsent = authType == AuthType.SNSAPI_USERINFO;
        return departure(
                flows.open(account.get(), through.id(), uri.get().toString(), withConsent),
                through,
                request.userAgent());
    }

    private Departure departure(Flow flow, LinkingConfiguration through, String userAgent) {
        return new Departure(
                flow,
                wechat.authorisePage(
                        through.appId(),
                        flows.callback(flow),
                        CodeExchanging.authType(flow),
                        flow.state(),
                        userAgent));
    }

    /**
     * Fails with {@link LinkRefused} (103, 104 or 106); may end on another thread.
     *
     * @throws LinkRefused 102, or 105 and 101 when what allowed the flow is gone
     */
    CompletionStage<Arrival> arrive(Link link, CallbackRequest request) {
        var flow =
                request.flow().flatMap(flows::read).orElseThrow(() -> refusal(LinkError.NO_CODE));
        var through = stillAllowed(link, flow);
        if (!request.isOf(flow) || flows.hasLapsed(flow)) {
            throw refusal(LinkError.NO_CODE);
        }
        if (request.hasDeclined()) {
            throw new LinkRefused(LinkError.NO_CODE, "the visitor declined");
        }
        if (!cookie.proves(flow, request.cookies())) {
            // a request without the cookie may come from a scanner: no code is spent
            return CompletableFuture.completedFuture(
                    departAgain(flow, through, Restart.WITHOUT_COOKIE, request.userAgent()));
        }
        link.isProven(flow);
        return codes.profile(flow, official(through), request)
                .thenApply(profile -> new Arrival(Optional.of(profile), Optional.empty()))
                .exceptionally(
                        failure ->
                                departAgain(flow, through, restart(failure), request.userAgent()));
    }

    /** When the flow needs another code; all other failures go on. */
    private static Restart restart(Throwable failure) {
        if (Exchange.causeOf(failure) instanceof CodeSpentElsewhere spent) {
            return spent.restart();
        }
        throw new CompletionException(Exchange.causeOf(failure));
    }

    /** A configuration may have changed while the visitor was away. */
    private LinkingConfiguration stillAllowed(Link link, Flow flow) {
        var all =
                configurations
                        .of(flow.account())
                        .orElseThrow(() -> refusal(LinkError.UNKNOWN_ACCOUNT));
        link.isOf(flow.account());
        var uri = ApplicationUri.read(flow.applicationUri());
        var through =
                uri.flatMap(all::allowing)
                        .filter(found -> found.id().equals(flow.configuration()))
                        .orElseThrow(() -> refusal(LinkError.ADDRESS_NOT_ALLOWED));
        link.mayReturnTo(uri.get(), through.id());
        return through;
    }

    /** Once in each flow, or a visitor could be sent to and fro for ever. */
    private Arrival departAgain(
            Flow flow, LinkingConfiguration through, Restart why, String userAgent) {
        if (flow.attempt() > 1) {
            throw why.refusal();
        }
        var again = new Again(why, departure(flows.again(flow), through, userAgent));
        return new Arrival(Optional.empty(), Optional.of(again));
    }

    /** WeChat is not called without a secret: it would only count a failure against the Official Account. */
    private static OfficialAccount official(LinkingConfiguration through) {
        return through.appSecret()
                .map(secret -> new OfficialAccount(through.appId(), secret))
                .orElseThrow(
                        () ->
                                new LinkRefused(
                                        LinkError.NO_TOKEN, "the app_secret cannot be opened"));
    }

    private static LinkRefused refusal(LinkError error) {
        return new LinkRefused(error, error.name().toLowerCase(java.util.Locale.ROOT));
    }
}
