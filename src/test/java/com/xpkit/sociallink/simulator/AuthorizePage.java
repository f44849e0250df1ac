package com.xpkit.sociallink.simulator;

import java.util.Optional;

/** {@code /connect/oauth2/authorize}: an error page, the consent sheet, or the immediate callback. */
final class AuthorizePage implements Route {

    private final LinkCheck check;
    private final Deciding deciding;
    private final Visitors visitors;
    private final boolean twice;
    private volatile Optional<Decision> standing = Optional.empty();

    AuthorizePage(LinkCheck check, Deciding deciding, Visitors visitors, boolean twice) {
        this.check = check;
        this.deciding = deciding;
        this.visitors = visitors;
        this.twice = twice;
    }

    void answerSheetsWith(Decision decision) {
        standing = Optional.of(decision);
    }

    @Override
    public Answer answer(Request request) {
        AuthorizeLink link = check.read(request.rawQuery());
        Visitor visitor = visitors.behind(request);
        return withoutAsking(link)
                .map(decision -> deciding.callback(link, visitor, decision))
                .map(callback -> new Outcome(callback, twice).answer())
                .orElseGet(() -> sheet(request, link, visitor));
    }

    private Optional<Decision> withoutAsking(AuthorizeLink link) {
        return link.scope() == Scope.SNSAPI_BASE ? Optional.of(Decision.ACCEPT) : standing;
    }

    private Answer sheet(Request request, AuthorizeLink link, Visitor visitor) {
        Page page =
                Page.of("/simulator/sheet.html")
                        .with("account", link.account().appId())
                        .with("domain", link.account().domain())
                        .with("request", request.rawQuery())
                        .with("twice", twice ? " checked" : "")
                        .with("people", Portraits.of(visitors.all(), visitor));
        return Answer.page(200, page);
    }
}
