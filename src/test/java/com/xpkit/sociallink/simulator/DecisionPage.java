package com.xpkit.sociallink.simulator;

/** Where the consent sheet's buttons lead. The sheet passes on the authorise link's query, which is checked again. */
final class DecisionPage implements Route {

    private final LinkCheck check;
    private final Deciding deciding;
    private final Visitors visitors;

    DecisionPage(LinkCheck check, Deciding deciding, Visitors visitors) {
        this.check = check;
        this.deciding = deciding;
        this.visitors = visitors;
    }

    @Override
    public Answer answer(Request request) {
        Parameters sheet = request.query();
        AuthorizeLink link = check.read(sheet.first("request"));
        Visitor visitor = visitors.chosen(sheet.first("visitor")).orElseThrow(DecisionPage::lost);
        Decision decision = Decision.find(sheet.first("decision")).orElseThrow(DecisionPage::lost);
        boolean twice = sheet.first("twice").equals("on") && decision == Decision.ACCEPT;
        return new Outcome(deciding.callback(link, visitor, decision), twice)
                .answer()
                .with("Set-Cookie", Visitors.cookie(visitor));
    }

    private static ErrorPageShown lost() {
        return new ErrorPageShown(ErrorPage.LOST_SHEET);
    }
}
