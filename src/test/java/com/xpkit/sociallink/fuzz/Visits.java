package com.xpkit.sociallink.fuzz;

import java.util.StringJoiner;

/** Requests of browsers without a token: links, callbacks, token forms, names of files. */
public final class Visits {

    private static final String WECHAT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) MicroMessenger/8.0.22";

    private Visits() {}

    public static Sent authorise(Choices choices, Target target) {
        var query = new StringJoiner("&");
        query.add("account_id=" + part(choices, target.account()));
        if (!choices.once(3)) {
            query.add("auth_type=" + choices.of("snsapi_base", "snsapi_userinfo", "", "x", "%00"));
        }
        query.add(
                "application_uri="
                        + Addresses.encoded(
                                choices, Addresses.application(choices, target.domain())));
        for (int i = choices.below(3); i > 0; i--) {
            query.add(stray(choices));
        }
        return visit(choices, "/api/wechat/authorise/?" + query);
    }

    private static String part(Choices choices, String value) {
        return choices.once(8) ? Addresses.encoded(choices, Texts.tampered(choices, value)) : value;
    }

    private static String stray(Choices choices) {
        return choices.of(
                        "from=singlemessage",
                        "utm_source=a",
                        "flow=",
                        "account_id=",
                        "state",
                        "=",
                        "")
                + (choices.once(3) ? Addresses.encoded(choices, Texts.any(choices)) : "");
    }

    private static Sent visit(Choices choices, String target) {
        var sent =
                Sent.of(choices.once(10) ? choices.of("HEAD", "POST", "OPTIONS") : "GET", target);
        sent = sent.with("User-Agent", choices.once(10) ? "Firefox" : WECHAT);
        return choices.once(6)
                ? sent.with(
                        "Accept",
                        choices.of("application/json", "text/html", "*/*;q=2", "a", ";", ""))
                : sent;
    }

    /**
     * A callback like a real one.
     *
     * @param real path and query of the address that WeChat sends the visitor back to
     * @param cookies of the browser that began the flow
     */
    public static Sent callback(Choices choices, String real, String cookies) {
        var path = real.substring(0, real.indexOf('?') + 1);
        var query = new StringJoiner("&");
        for (var parameter : real.substring(path.length()).split("&")) {
            for (int i = choices.once(12) ? choices.of(0, 2) : 1; i > 0; i--) {
                query.add(tamperedParameter(choices, parameter));
            }
        }
        if (choices.once(4)) {
            query.add(stray(choices));
        }
        var sent = visit(choices, path + query);
        return choices.once(6) ? sent : sent.with("Cookie", cookies(choices, cookies));
    }

    private static String tamperedParameter(Choices choices, String parameter) {
        var value = parameter.indexOf('=') + 1;
        return choices.once(4)
                ? parameter.substring(0, value)
                        + Addresses.encoded(
                                choices, Texts.tampered(choices, parameter.substring(value)))
                : parameter;
    }

    private static String cookies(Choices choices, String real) {
        var cookies = choices.once(4) ? Texts.tampered(choices, real) : real;
        var more =
                choices.of(
                                "",
                                "; ",
                                ";;=;",
                                "; $Version=1",
                                "; a=\"b;c\"",
                                "; sociallink_flow_",
                                "; \u00e9=\u00ff")
                        + (choices.once(10) ? "; a=b".repeat(200) : "");
        return Bodies.header(cookies + more);
    }

    /** Of the token endpoint. */
    public static Sent token(Choices choices, Target target) {
        var sent =
                switch (choices.below(3)) {
                    case 0 -> form(choices, target);
                    case 1 -> multipart(choices, target);
                    default -> form(choices, target).with("Authorization", basic(choices, target));
                };
        return sent;
    }

    private static Sent form(Choices choices, Target target) {
        var form = new StringJoiner("&");
        for (int i = choices.once(20) ? 500 : choices.between(1, 4); i > 0; i--) {
            form.add(name(choices) + "=" + Addresses.encoded(choices, credential(choices, target)));
        }
        var type =
                choices.once(6)
                        ? choices.of(
                                "; charset=x",
                                ";charset=utf-16",
                                "; charset=\"utf-8",
                                ";;",
                                ";charset=")
                        : "";
        return Sent.of("POST", "/api/token/")
                .with("Content-Type", "application/x-www-form-urlencoded" + type)
                .with(Octets.of(choices, form.toString()));
    }

    private static String name(Choices choices) {
        return choices.once(8)
                ? Addresses.encoded(choices, Texts.any(choices))
                : choices.of("grant_type", "client_id", "client_secret", "scope", "account_id");
    }

    private static String credential(Choices choices, Target target) {
        return switch (choices.below(5)) {
            case 0 -> "client_credentials";
            case 1 -> target.app();
            case 2 -> choices.once(10) ? Texts.longOne(choices) : Texts.any(choices);
            case 3 -> "profile:read profile:write";
            default -> Texts.tampered(choices, target.app());
        };
    }

    private static Sent multipart(Choices choices, Target target) {
        var boundary = choices.once(6) ? choices.of("", "\"b\"", "b".repeat(100), "b b") : "b";
        var body = new StringBuilder();
        for (int i = choices.once(20) ? 60 : choices.below(5); i > 0; i--) {
            body.append("--").append(boundary).append(lineEnd(choices)).append(partHead(choices));
            body.append(lineEnd(choices)).append(credential(choices, target)).append("\r\n");
        }
        body.append("--").append(boundary).append(choices.once(4) ? "" : "--\r\n");
        return Sent.of("POST", "/api/token/")
                .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .with(
                        Octets.of(
                                choices,
                                choices.once(6)
                                        ? Texts.tampered(choices, body.toString())
                                        : body.toString()));
    }

    private static String partHead(Choices choices) {
        return "Content-Disposition: form-data; name="
                + choices.of(
                        "\"grant_type\"", "\"client_id\"", "client_secret", "\"", "\"\u00e9\"", "")
                + choices.of(
                        "",
                        "",
                        "",
                        "; filename=\"a\"",
                        "; filename*=utf-8''%zz",
                        "\r\nContent-Transfer-Encoding: base64")
                + lineEnd(choices);
    }

    private static String lineEnd(Choices choices) {
        return choices.once(15) ? choices.of("\n", "\r", "") : "\r\n";
    }

    private static String basic(Choices choices, Target target) {
        var plain =
                Addresses.encoded(choices, credential(choices, target))
                        + choices.of(":", "")
                        + credential(choices, target);
        var encoded = java.util.Base64.getEncoder().encodeToString(Octets.of(choices, plain));
        return choices.of("Basic ", "basic ", "Basic", "Bearer ", "Basic  ")
                + (choices.once(4) ? Bodies.header(Texts.tampered(choices, encoded)) : encoded);
    }

    /** Paths that might be files, and other paths. */
    public static Sent file(Choices choices) {
        var path =
                switch (choices.below(4)) {
                    case 0 -> "MP_verify_" + Texts.any(choices) + ".txt";
                    case 1 ->
                            choices.of("../", "%2e%2e/", "./", "//", "a/;x/", "META-INF/", "%00")
                                    + "a.txt";
                    case 2 -> "fuzz/" + Texts.longOne(choices) + ".txt";
                    default -> Texts.tampered(choices, "api/profile/x.txt");
                };
        return visit(
                choices,
                "/"
                        + Addresses.encoded(choices, path)
                                .replace("%2F", choices.once(4) ? "%2F" : "/"));
    }
}
