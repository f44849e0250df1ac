package com.xpkit.sociallink.link;

import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.link.flow.FlowCookie;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.storage.FailureLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * The answers to visitors. Only this class decides whether a visitor goes to the application or sees our error page, and
 * only this class writes a link's line to the log. Addresses contain codes and profile ids, so {@code
 * platform.http.HeadersFilter} makes sure that no answer of the service is cached and that no later page sees the address.
 */
@ApplicationScoped
public class LinkAnswers {

    private static final System.Logger LOG = System.getLogger("com.xpkit.sociallink.link.Links");

    @Inject FlowCookie cookie;

    @Inject ErrorPage page;

    @Inject Metrics metrics;

    @Inject ImaginedAccount imagined;

    /** For imagined visitors; nobody reads them. */
    private final Metrics unread = new Metrics();

    /** Answers a HEAD or a prefetch, which starts nothing. */
    LinkAnswer nothing() {
        return LinkAnswer.of(204);
    }

    /** Also counts the link, times its step and logs it. */
    LinkAnswer of(LinkResult result, VisitorHeaders visitor) {
        var attempt = result.attempt();
        try {
            return answer(result, visitor);
        } catch (RuntimeException unexpected) {
            return answer(new LinkResult.Failed(attempt, unexpected), visitor);
        } finally {
            metrics(attempt).steps().end(attempt.step(), attempt.began());
        }
    }

    private LinkAnswer answer(LinkResult result, VisitorHeaders visitor) {
        if (result instanceof LinkResult.SentToWeChat sent) {
            metrics(sent.attempt()).links().sent(sent.departure().flow().account());
            return toWeChat(sent.departure(), visitor);
        }
        if (result instanceof LinkResult.SentAgain again) {
            return toWeChat(again, visitor);
        }
        if (result instanceof LinkResult.Linked linked) {
            return home(linked);
        }
        if (result instanceof LinkResult.Failed failed) {
            return refuse(failed, visitor);
        }
        return refuse((LinkResult.Refused) result, visitor);
    }

    private LinkAnswer toWeChat(LinkResult.SentAgain again, VisitorHeaders visitor) {
        log("restarted" + again.why().words(), again);
        metrics(again.attempt()).links().sentAgain(again.departure().flow().account());
        return toWeChat(again.departure(), visitor);
    }

    private LinkAnswer toWeChat(LinkResult.Departure departure, VisitorHeaders visitor) {
        var answer =
                LinkAnswer.redirect(departure.page())
                        .with(HttpHeaders.SET_COOKIE, cookie.set(departure.flow()));
        cookie.makeRoom(visitor.cookies())
                .forEach(deletion -> answer.with(HttpHeaders.SET_COOKIE, deletion));
        return answer;
    }

    private LinkAnswer home(LinkResult.Linked linked) {
        metrics(linked.attempt()).links().linked(linked.way().account());
        var profile = linked.profile().toString();
        log("linked profile_id=" + profile, linked);
        return LinkAnswer.redirect(linked.way().home().with("profile_id", profile));
    }

    private LinkAnswer refuse(LinkResult.Failed failed, VisitorHeaders visitor) {
        FailureLog.trace(
                LOG,
                System.Logger.Level.ERROR,
                "A link failed, reference=" + failed.attempt().reference(),
                failed.cause());
        return refuse(failed.refused(), visitor);
    }

    private LinkAnswer refuse(LinkResult.Refused refused, VisitorHeaders visitor) {
        var error = refused.error();
        var way = refused.attempt().way();
        metrics(refused.attempt()).links().refused(refused.attempt().account(), error.code());
        log("refused error_code=" + error.code() + " (" + refused.reason() + ")", refused);
        return way.isEmpty() || error.isIntegratorsMistake()
                ? page.of(refused, visitor)
                : home(way.get(), refused);
    }

    private LinkAnswer home(Way way, LinkResult.Refused refused) {
        var error = refused.error();
        var home = way.home().with("error_code", Integer.toString(error.code()));
        var answer = LinkAnswer.redirect(home);
        if (error.isOfTheCode()) {
            refused.attempt()
                    .proven()
                    .map(cookie::setRefused)
                    .ifPresent(mark -> answer.with(HttpHeaders.SET_COOKIE, mark));
        }
        return answer;
    }

    private void log(String what, LinkResult result) {
        if (!isImagined(result.attempt())) {
            LOG.log(System.Logger.Level.INFO, what + " " + result.attempt().line());
        }
    }

    private Metrics metrics(LinkAttempt attempt) {
        return isImagined(attempt) ? unread : metrics;
    }

    private boolean isImagined(LinkAttempt attempt) {
        return attempt.account().filter(imagined::is).isPresent();
    }
}
