package com.xpkit.sociallink.simulator;

/**
 * What goes wrong next.
 *
 * @param token for {@code /sns/oauth2/access_token}
 * @param userinfo for {@code /sns/userinfo}
 */
public record Faults(FaultQueue token, FaultQueue userinfo) {

    Faults() {
        this(new FaultQueue(), new FaultQueue());
    }

    public void clear() {
        token.clear();
        userinfo.clear();
    }
}
