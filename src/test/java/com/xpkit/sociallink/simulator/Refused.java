package com.xpkit.sociallink.simulator;

import java.util.Map;

/** The API refuses; the answer is HTTP 200 with an errcode. */
final class Refused extends RuntimeException {

    private static final Map<Integer, String> TEXTS =
            Map.ofEntries(
                    Map.entry(-1, "system error"),
                    Map.entry(40001, "invalid credential, access_token is invalid or not latest"),
                    Map.entry(40002, "invalid grant_type"),
                    Map.entry(40003, "invalid openid"),
                    Map.entry(40013, "invalid appid"),
                    Map.entry(40029, "invalid code"),
                    Map.entry(40125, "invalid appsecret"),
                    Map.entry(40163, "code been used"),
                    Map.entry(41001, "access_token missing"),
                    Map.entry(41002, "appid missing"),
                    Map.entry(41004, "appsecret missing"),
                    Map.entry(41008, "missing code"),
                    Map.entry(41009, "missing openid"),
                    Map.entry(42001, "access_token expired"),
                    Map.entry(
                            45011, "api minute-quota reach limit, must slower, retry next minute"),
                    Map.entry(48001, "api unauthorized"),
                    Map.entry(61450, "system error"));

    private final int errcode;

    Refused(int errcode) {
        super(TEXTS.getOrDefault(errcode, "refused"));
        this.errcode = errcode;
    }

    static void when(boolean wrong, int errcode) {
        if (wrong) {
            throw new Refused(errcode);
        }
    }

    int errcode() {
        return errcode;
    }
}
