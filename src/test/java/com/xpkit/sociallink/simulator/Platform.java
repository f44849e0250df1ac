package com.xpkit.sociallink.simulator;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;

/** The parts of the simulator, put together. */
final class Platform {

    private static final String TOKEN = "/sns/oauth2/access_token";

    private final SimulatorOptions options;
    private final Letters letters = new Letters(new SecureRandom());
    private final OfficialAccounts accounts = new OfficialAccounts();
    private final Faults faults = new Faults();
    private final Visitors visitors;
    private final Codes codes;
    private final AccessTokens tokens;
    private final Logbook logbook;
    private final LinkCheck check;
    private final Deciding deciding;
    private final AuthorizePage authorizePage;

    Platform(SimulatorOptions options) {
        this.options = options;
        visitors = new Visitors(options.people(), letters);
        codes = new Codes(options.clock(), letters);
        tokens = new AccessTokens(options.clock(), letters);
        logbook = new Logbook(codes);
        check = new LinkCheck(accounts, options.anyOrder());
        deciding = new Deciding(codes);
        authorizePage = new AuthorizePage(check, deciding, visitors, options.callbackTwice());
    }

    Front front() {
        HomePage home = new HomePage(visitors);
        DecisionPage decision = new DecisionPage(check, deciding, visitors);
        return new Front(
                Map.of(
                        "/",
                        home,
                        "/people",
                        home::choose,
                        "/style.css",
                        Style::answer,
                        "/connect/oauth2/authorize",
                        noting(insideWeChat(authorizePage)),
                        "/connect/oauth2/decision",
                        insideWeChat(decision),
                        TOKEN,
                        tokenRoute(),
                        "/sns/userinfo",
                        userinfoRoute()),
                Map.of(TOKEN, Set.of("GET", "POST")));
    }

    private Route insideWeChat(Route page) {
        Browsers browsers = new Browsers(options.anyBrowser());
        return request -> {
            browsers.admit(request);
            return page.answer(request);
        };
    }

    private Route noting(Route page) {
        return request -> {
            logbook.authorization();
            return page.answer(request);
        };
    }

    private Route tokenRoute() {
        Route call = new TokenCall(accounts, codes, tokens, logbook);
        Route faulty = new FaultyRoute(call, faults.token(), errors());
        return request -> {
            logbook.tokenCall(request);
            return faulty.answer(request);
        };
    }

    private Route userinfoRoute() {
        Route call = new UserinfoCall(tokens, options.shape());
        Route faulty = new FaultyRoute(call, faults.userinfo(), errors());
        return request -> {
            logbook.userinfoCall(request);
            return faulty.answer(request);
        };
    }

    private ApiErrors errors() {
        return new ApiErrors(options.clock(), letters);
    }

    OfficialAccounts accounts() {
        return accounts;
    }

    Visitors visitors() {
        return visitors;
    }

    Codes codes() {
        return codes;
    }

    Faults faults() {
        return faults;
    }

    Logbook logbook() {
        return logbook;
    }

    LinkCheck check() {
        return check;
    }

    Deciding deciding() {
        return deciding;
    }

    AuthorizePage authorizePage() {
        return authorizePage;
    }
}
