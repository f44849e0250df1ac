package com.xpkit.sociallink.simulator;

import java.util.Locale;

/** Which browsers may see the authorise page. */
record Browsers(boolean any) {

    void admit(Request request) {
        String userAgent = request.userAgent().toLowerCase(Locale.ROOT);
        if (!any && !userAgent.contains("micromessenger")) {
            throw new ErrorPageShown(ErrorPage.OUTSIDE_WECHAT);
        }
    }
}
