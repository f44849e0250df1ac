package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.flow.FlowCookie;
import com.xpkit.sociallink.metrics.Metrics;
import com.xpkit.sociallink.metrics.Step;
import com.xpkit.sociallink.storage.FailureLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The answers of the visitor's way. The one place that turns a failure into its error code and decides
 * between the application and a page of ours, and that writes a link's line into the log.
 */
@ApplicationScoped
public class LinkAnswers {

    private static final System.Logger LOG = System.getLogger("com.xpkit.sociallink.linking.Links");
    private static final List<String> PREFETCH_HEADERS =
            List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    @Inject FlowCookie cookie;

    @Inject ErrorPage page;

    @Inject Metrics metrics;

    /** Answers a request that may fail on its way; a prefetch starts nothing and burns nothing. */
    Response answer(Step step, HttpHeaders headers, Function<Link, Response> way) {
        if (isPrefetch(headers)) {
            return nothing();
        }
        var link = new Link();
        try {
            return answer(link, headers, way);
        } finally {
            metrics.steps().end(step, link.began());
        }
    }

    private Response answer(Link link, HttpHeaders headers, Function<Link, Response> way) {
        try {
            return way.apply(link);
        } catch (LinkRefused refused) {
            return refuse(link, refused, headers);
        } catch (RuntimeException failed) {
            FailureLog.trace(
                    LOG,
                    System.Logger.Level.ERROR,
                    "A link failed, reference=" + link.reference(),
                    failed);
            return refuse(link, new LinkRefused(LinkError.NO_PROFILE, "see above"), headers);
        }
    }

    private static boolean isPrefetch(HttpHeaders headers) {
        return PREFETCH_HEADERS.stream()
                .map(headers::getHeaderString)
                .anyMatch(
                        value ->
                                value != null
                                        && value.toLowerCase(Locale.ROOT)
                                                .matches(".*(prefetch|preview|prerender).*"));
    }

    /** To a HEAD or a prefetch: nothing was started, and the answer must not be kept. */
    Response nothing() {
        return bare(Response.status(204)).build();
    }

    Response depart(VisitorLinking.Departure departure, HttpHeaders headers) {
        metrics.links().sent(departure.flow().account());
        return toWeChat(departure, headers);
    }

    private Response toWeChat(VisitorLinking.Departure departure, HttpHeaders headers) {
        var answer =
                redirect(departure.wechat())
                        .header(HttpHeaders.SET_COOKIE, cookie.set(departure.flow()));
        cookie.makeRoom(headers.getRequestHeader(HttpHeaders.COOKIE))
                .forEach(deletion -> answer.header(HttpHeaders.SET_COOKIE, deletion));
        return answer.build();
    }

    Response arrive(Link link, VisitorLinking.Arrival arrival, HttpHeaders headers) {
        if (arrival.again().isPresent()) {
            return depart(link, arrival.again().get(), headers);
        }
        link.account().ifPresent(metrics.links()::linked);
        var profile = arrival.profile().orElseThrow().toString();
        LOG.log(System.Logger.Level.INFO, "linked profile_id=" + profile + " " + link.line());
        var home = link.home().orElseThrow();
        return redirect(URI.create(home.with("profile_id", profile))).build();
    }

    private Response depart(Link link, VisitorLinking.Again again, HttpHeaders headers) {
        LOG.log(System.Logger.Level.INFO, "restarted" + again.why().words() + " " + link.line());
        metrics.links().sentAgain(again.departure().flow().account());
        return toWeChat(again.departure(), headers);
    }

    private Response refuse(Link link, LinkRefused refused, HttpHeaders headers) {
        var code = refused.error().code();
        metrics.links().refused(link.account(), code);
        LOG.log(
                System.Logger.Level.INFO,
                "refused error_code=" + code + " (" + refused.getMessage() + ") " + link.line());
        return code != 0 && link.home().isPresent()
                ? refuseAtHome(link, refused.error())
                : page.of(bare(Response.status(400)), refused, link.reference(), headers);
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
        return bare(Response.status(302).location(to));
    }

    /** The addresses hold a code or a profile: nobody keeps the answer, no later page learns of them. */
    private static Response.ResponseBuilder bare(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer");
    }
}
