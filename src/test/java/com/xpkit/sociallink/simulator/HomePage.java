package com.xpkit.sociallink.simulator;

/** {@code /}: who this browser's visitor is; the only place to change that for silent authorisations. */
final class HomePage implements Route {

    private final Visitors visitors;

    HomePage(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public Answer answer(Request request) {
        Page page =
                Page.of("/simulator/home.html")
                        .with("people", Portraits.of(visitors.all(), visitors.behind(request)));
        return Answer.page(200, page);
    }

    Answer choose(Request request) {
        return visitors.chosen(request.query().first("visitor"))
                .map(who -> Answer.redirect("/").with("Set-Cookie", Visitors.cookie(who)))
                .orElseThrow(() -> new ErrorPageShown(ErrorPage.LOST_SHEET));
    }
}
