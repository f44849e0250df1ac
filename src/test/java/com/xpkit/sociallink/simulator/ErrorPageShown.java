package com.xpkit.sociallink.simulator;

/** WeChat shows an error page, and the flow ends there. */
public final class ErrorPageShown extends RuntimeException {

    private final ErrorPage page;

    ErrorPageShown(ErrorPage page) {
        super(page.name());
        this.page = page;
    }

    public ErrorPage page() {
        return page;
    }
}
