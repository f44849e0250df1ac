package com.xpkit.sociallink.fuzz;

import static com.xpkit.sociallink.fuzz.JsonTexts.Member.needed;
import static com.xpkit.sociallink.fuzz.JsonTexts.Member.optional;

import com.xpkit.sociallink.fuzz.JsonTexts.Member;
import java.util.List;
import java.util.function.Function;

/** Requests that write JSON. */
public final class Bodies {

    private static final List<String> TYPES =
            List.of(
                    "application/json; charset=utf-8",
                    "application/json;charset=utf-16",
                    "application/merge-patch+json",
                    "application/octet-stream",
                    "text/plain",
                    "application/xml",
                    "application/json; charset=\"",
                    "a",
                    "*/*",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data");

    private static final List<Member> PROFILE =
            List.of(
                    optional("wechat_openid", c -> JsonTexts.list(c, Bodies::key)),
                    optional("email", c -> JsonTexts.list(c, Bodies::key)),
                    optional("qr_code", c -> JsonTexts.list(c, Bodies::key)),
                    optional("rfid", c -> JsonTexts.list(c, Bodies::key)),
                    optional("gender", Bodies::text),
                    optional("address", Bodies::address),
                    optional("social", c -> JsonTexts.list(c, Bodies::socialEntry)),
                    optional("first_name", Bodies::text),
                    optional("points", JsonTexts::value),
                    optional("created", c -> "\"2026-01-02T03:04:05Z\""));

    private Bodies() {}

    /** Each list of keys may collide with another profile's. */
    private static String key(Choices choices) {
        return choices.once(3)
                ? text(choices)
                : choices.of("\"oA\"", "\"oB\"", "\"a@b.c\"", "\"\"");
    }

    private static String text(Choices choices) {
        return JsonTexts.quoted(choices, Texts.any(choices));
    }

    private static String address(Choices choices) {
        return JsonTexts.document(
                choices,
                List.of(
                        optional("city", Bodies::text),
                        optional("province", Bodies::text),
                        optional("country", Bodies::text)));
    }

    private static String socialEntry(Choices choices) {
        return JsonTexts.document(
                choices,
                List.of(
                        needed("type", c -> c.once(4) ? text(c) : "\"wechat\""),
                        needed("openid", Bodies::key),
                        optional("nickname", Bodies::text),
                        optional("headimgurl", Bodies::text),
                        needed("app_id", c -> c.of("\"wx1\"", "\"wx2\"", "\"\"")),
                        optional("unionid", c -> c.of("\"u1\"", "\"u2\"", "\"\""))));
    }

    /** One profile as JSON. */
    public static String profile(Choices choices) {
        return JsonTexts.document(choices, PROFILE);
    }

    /** A new profile. If the answer is 201, it must be what was sent. */
    public static Sent creation(Choices choices) {
        return Sent.of("POST", "/api/profile/")
                .with("Content-Type", "application/json")
                .with(Octets.of(choices, profile(choices)));
    }

    /** Writes of existing profiles. */
    public static Sent profileWrite(Choices choices, Target target) {
        var path = "/api/profile/" + id(choices, target.profile()) + "/";
        return switch (choices.below(6)) {
            case 0, 1 -> write(choices, target, "PUT", path, Bodies::profile);
            case 2, 3 -> write(choices, target, "PATCH", path, Bodies::profile);
            case 4 ->
                    write(choices, target, "POST", "/api/profile/create-update/", Bodies::profile);
            default -> write(choices, target, "POST", merge(choices), c -> merging(c, target));
        };
    }

    private static String merge(Choices choices) {
        return "/api/profile/merge/"
                + choices.of("?preview=true", "?preview=true", "?preview=", "?preview=1", "");
    }

    private static String merging(Choices choices, Target target) {
        Function<Choices, String> id =
                c -> '"' + id(c, c.of(target.profile(), target.otherProfile())) + '"';
        return JsonTexts.document(
                choices,
                List.of(needed("authority", id), needed("profiles", c -> JsonTexts.list(c, id))));
    }

    /** Many profiles, for a job. */
    public static Sent bulk(Choices choices, Target target) {
        return write(
                choices,
                target,
                "POST",
                "/api/profiles/",
                c ->
                        JsonTexts.document(
                                c,
                                List.of(
                                        needed("profiles", d -> JsonTexts.list(d, Bodies::profile)),
                                        optional("update", d -> d.of("true", "false", "\"true\"")),
                                        optional("webhook_url", Bodies::webhook))));
    }

    /** None of these is called: loopback is refused, and the names do not exist. */
    private static String webhook(Choices choices) {
        return '"'
                + choices.of(
                        "http://127.0.0.1:1/",
                        "https://hook.invalid/a",
                        "https://[::1]/",
                        "ftp://a",
                        "https://hook.invalid/\\u0000",
                        "https://hook.invalid:99999/",
                        "")
                + '"';
    }

    public static Sent configuration(Choices choices, Target target) {
        var path = "/api/configuration/";
        var members =
                List.of(
                        needed("name", Bodies::text),
                        needed("type", c -> "\"wechat\""),
                        needed("domain", c -> domain(c, target)),
                        needed("app_id", c -> c.once(4) ? text(c) : "\"wx0123456789abcdef\""),
                        needed("app_secret", c -> c.once(4) ? text(c) : "\"a-secret\""),
                        optional("auth_file_name", Bodies::fileName),
                        optional("auth_file_contents", Bodies::text),
                        optional("experience_id", Bodies::text));
        return keeping(choices, target, path, target.configuration(), members);
    }

    private static String domain(Choices choices, Target target) {
        var domain =
                choices.once(3)
                        ? Addresses.application(choices, target.domain())
                        : choices.of("*.", "", "http://", "b.", "*.*.")
                                + target.domain()
                                + choices.of("", ":8443", "|" + target.domain(), ":0", "|", ".");
        return JsonTexts.quoted(choices, Texts.tampered(choices, domain));
    }

    private static String fileName(Choices choices) {
        var name =
                choices.of(
                        "fuzz/MP_verify_",
                        "MP_",
                        "../",
                        "a/b/c/d/e/",
                        "",
                        ".well-known/",
                        "robots");
        return JsonTexts.quoted(
                choices,
                name + choices.of("a", target(choices)) + choices.of(".txt", ".TXT", ".html", ""));
    }

    private static String target(Choices choices) {
        return choices.once(2) ? Texts.any(choices) : "x".repeat(choices.between(200, 260));
    }

    public static Sent app(Choices choices, Target target) {
        var members =
                List.of(
                        needed("name", Bodies::text),
                        needed("scopes", c -> JsonTexts.list(c, Bodies::scope)));
        return keeping(choices, target, "/api/app/", target.app(), members);
    }

    private static String scope(Choices choices) {
        return choices.once(5)
                ? text(choices)
                : choices.of("\"profile:read\"", "\"profile:write\"", "\"job:read\"", "\"all\"");
    }

    public static Sent account(Choices choices, Target target) {
        return keeping(
                choices,
                target,
                "/api/account/",
                target.account(),
                List.of(needed("name", Bodies::text)));
    }

    private static Sent keeping(
            Choices choices, Target target, String path, String id, List<Member> members) {
        var one = path + id(choices, id) + "/";
        Function<Choices, String> body = c -> JsonTexts.document(c, members);
        return switch (choices.below(4)) {
            case 0 -> write(choices, target, "POST", path, body);
            case 1 -> write(choices, target, "PUT", one, body);
            default -> write(choices, target, "PATCH", one, body);
        };
    }

    private static String id(Choices choices, String id) {
        return choices.once(20)
                ? Addresses.encoded(choices, Texts.tampered(choices, id))
                        .replaceAll("[/?#\"\\\\]", "")
                : id;
    }

    private static Sent write(
            Choices choices,
            Target target,
            String method,
            String path,
            Function<Choices, String> body) {
        var sent =
                Sent.of(method, path)
                        .with("Content-Type", type(choices))
                        .with(Octets.of(choices, body.apply(choices)));
        return choices.once(4) ? conditional(choices, target, sent) : sent;
    }

    private static String type(Choices choices) {
        return choices.once(12) ? choices.of(TYPES) : "application/json";
    }

    private static Sent conditional(Choices choices, Target target, Sent sent) {
        var name =
                choices.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");
        return sent.with(name, header(tag(choices, target)));
    }

    private static String tag(Choices choices, Target target) {
        return switch (choices.below(5)) {
            case 0 -> "*";
            case 1 -> Texts.tampered(choices, target.etag());
            case 2 -> choices.of("W/", "") + target.etag() + ", \"7-gzip\",,";
            case 3 -> "\"" + Texts.any(choices) + "\"";
            default ->
                    choices.of(
                            "",
                            "\"",
                            "W/",
                            "Fri, 27 Nov 2026 00:00:00 GMT",
                            "\"" + "9".repeat(400) + "\"");
        };
    }

    /** What one header line of a request can contain. */
    static String header(String text) {
        return Addresses.octets(text).replaceAll("[\\x00-\\x1f\\x7f]", " ").strip();
    }
}
