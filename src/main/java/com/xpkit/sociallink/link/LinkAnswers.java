package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.FlowCookie;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.Step;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The answers of the visitor's way. The one place that turns a failure into its error code and decides
 * between the application and a page of ours, and that writes a link's line into the log. Addresses hold codes and
 * profiles: that nobody keeps an answer, and no later page learns of them, is seen to for every answer of the service
 * by {@code api.HeadersFilter}.
 */
@ApplicationScoped
public class LinkAnswers {

    private static final System.Logger LOG = System.getLogger("com.xpkit.sociallink.link.Links");

    @Inject FlowCookie cookie;

    @Inject ErrorPage page;

    @Inject Metrics metrics;

    /** Answers a request that may fail on its way; a prefetch starts nothing and burns nothing. */
    Response answer(Step step, VisitorHeaders headers, Function<Link, Response> way) {
        return answerLater(
                        step, headers, link -> CompletableFuture.completedFuture(way.apply(link)))
                .toCompletableFuture()
                .join();
    }

    /** The same for a request whose way may end on another thread. */
    CompletionStage<Response> answerLater(
            Step step, VisitorHeaders headers, Function<Link, CompletionStage<Response>> way) {
        if (headers.isPrefetch()) {
            return CompletableFuture.completedFuture(nothing());
        }
        var link = new Link();
        return begun(link, way)
                .exceptionally(failure -> refuse(link, Exchange.causeOf(failure), headers))
                .whenComplete((answer, failure) -> metrics.steps().end(step, link.began()));
    }

    private static CompletionStage<Response> begun(
            Link link, Function<Link, CompletionStage<Response>> way) {
        try {
            return way.apply(link);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private Response refuse(Link link, Throwable failure, VisitorHeaders headers) {
        if (failure instanceof LinkRefused refused) {
            return refuse(link, refused, headers);
        }
        FailureLog.trace(
                LOG,
                System.Logger.Level.ERROR,
                "A link failed, reference=" + link.reference(),
                failure);
        return refuse(link, new LinkRefused(LinkError.NO_PROFILE, "see above"), headers);
    }

    /** To a HEAD or a prefetch: nothing was started. */
    Response nothing() {
        return Response.status(204).build();
    }

    Response depart(VisitorLinking.Departure departure, VisitorHeaders headers) {
        metrics.links().sent(departure.flow().account());
        return toWeChat(departure, headers);
    }

    private Response toWeChat(VisitorLinking.Departure departure, VisitorHeaders headers) {
        var answer =
                redirect(departure.wechat())
                        .header(HttpHeaders.SET_COOKIE, cookie.set(departure.flow()));
        cookie.makeRoom(headers.cookies())
                .forEach(deletion -> answer.header(HttpHeaders.SET_COOKIE, deletion));
        return answer.build();
    }

    Response arrive(Link link, VisitorLinking.Arrival arrival, VisitorHeaders headers) {
        if (arrival.again().isPresent()) {
            return depart(link, arrival.again().get(), headers);
        }
        link.account().ifPresent(metrics.links()::linked);
        var profile = arrival.profile().orElseThrow().toString();
        LOG.log(System.Logger.Level.INFO, "linked profile_id=" + profile + " " + link.line());
        var home = link.home().orElseThrow();
        return redirect(URI.create(home.with("profile_id", profile))).build();
    }

    private Response depart(Link link, VisitorLinking.Again again, VisitorHeaders headers) {
        LOG.log(System.Logger.Level.INFO, "restarted" + again.why().words() + " " + link.line());
        metrics.links().sentAgain(again.departure().flow().account());
        return toWeChat(again.departure(), headers);
    }

    private Response refuse(Link link, LinkRefused refused, VisitorHeaders headers) {
        var code = refused.error().code();
        metrics.links().refused(link.account(), code);
        LOG.log(
                System.Logger.Level.INFO,
                "refused error_code=" + code + " (" + refused.getMessage() + ") " + link.line());
        return code != 0 && link.home().isPresent()
                ? refuseAtHome(link, refused.error())
                : page.of(Response.status(400), refused, link.reference(), headers);
    }

    private Response refuseAtHome(Link link, LinkError error) {
        var home = link.home().orElseThrow().with("error_code", Integer.toString(error.code()));
        var answer = redirect(URI.create(home));
        if (error.isOfTheCode()) {
            link.flow()
                    .map(cookie::setRefused)
                    .ifPresent(set -> answer.header(HttpHeaders.SET_COOKIE, set));
        }
        return answer.build();
    }

    private static Response.ResponseBuilder redirect(URI to) {
        return Response.status(302).location(to);
    }
}
