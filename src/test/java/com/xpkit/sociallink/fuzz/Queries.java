package com.xpkit.sociallink.fuzz;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Queries of lists. */
public final class Queries {

    /** Each list has fields of its own. */
    private static final Map<String, List<String>> LISTS =
            Map.of(
                    "/api/profile/",
                    List.of(
                            "wechat_openid",
                            "email",
                            "qr_code",
                            "gender",
                            "address.city",
                            "social.nickname",
                            "social.openid",
                            "social.app_id",
                            "first_name",
                            "points",
                            "a.b",
                            "."),
                    "/api/profile/duplicates/",
                    List.of("unionid", "profiles"),
                    "/api/profile/{profile}/merges/",
                    List.of("authority", "profiles", "undone", "merged_by", "changes.member"),
                    "/api/configuration/",
                    List.of("name", "domain", "app_id", "type", "auth_file_name", "experience_id"),
                    "/api/app/",
                    List.of("name", "scopes", "client_id"),
                    "/api/job/",
                    List.of(
                            "status",
                            "info",
                            "job_id",
                            "xpkit_service",
                            "result.created",
                            "result"),
                    "/api/account/",
                    List.of("name"));

    private static final List<String> PATHS = LISTS.keySet().stream().sorted().toList();
    private static final List<String> FIELDS_OF_ALL =
            List.of("created", "last_modified", "resource_id");

    private static final List<String> SUFFIXES =
            List.of("", "__in", "__ne", "__gt", "__gte", "__lt", "__lte");

    private static final List<String> NO_SUFFIXES = List.of("__like", "__", "__IN", "__in__in");

    private static final List<String> NUMBERS =
            List.of("1", "2", "50", "500", "501", "0", "-1", "1e3", "1000000", "1000001", "٥", "");

    private static final List<String> TIMES =
            List.of(
                    "2026-01-02",
                    "2026-01-02T03:04:05Z",
                    "2026-01-02T03:04:05+08:00",
                    "2026-01-02T03:04:05 0800",
                    "2026-01-02T24:00:00Z",
                    "2026-02-30",
                    "9999-12-31T23:59:59.999999999-18:00",
                    "-9999-01-01T00:00:00Z",
                    "0000-01-01",
                    "+10000-01-01T00:00Z");

    private Queries() {}

    public static Sent request(Choices choices, Target target) {
        var list = choices.once(2) ? "/api/profile/" : choices.of(PATHS);
        var path = list.replace("{profile}", target.profile());
        return Sent.of("GET", path + "?" + query(choices, list, target));
    }

    private static String query(Choices choices, String list, Target target) {
        var query = new StringJoiner("&");
        for (int i = count(choices); i > 0; i--) {
            query.add(parameter(choices, list, target));
        }
        return choices.once(15) ? query + "&" + query : query.toString();
    }

    private static int count(Choices choices) {
        return choices.once(40) ? choices.between(40, 60) : choices.below(5);
    }

    private static String parameter(Choices choices, String list, Target target) {
        return switch (choices.below(12)) {
            case 4 -> "x__order_by=" + encoded(choices, order(choices, list));
            case 5 -> choices.of("x__limit=", "x__page=") + encoded(choices, number(choices));
            case 6 -> "x__token=" + encoded(choices, token(choices, target));
            case 7 -> "x__query=" + encoded(choices, searched(choices));
            case 8 ->
                    choices.of("", "", "account_id=", "x__=", "x__unknown=", "=")
                            + (choices.once(4) ? account(choices, target) : "");
            case 9 -> choices.once(4) ? encoded(choices, Texts.any(choices)) : "";
            default ->
                    encoded(choices, field(choices, list) + suffix(choices))
                            + "="
                            + value(choices, target);
        };
    }

    private static String suffix(Choices choices) {
        return choices.of(choices.once(20) ? NO_SUFFIXES : SUFFIXES);
    }

    private static String field(Choices choices, String list) {
        var known = choices.of(choices.once(4) ? FIELDS_OF_ALL : LISTS.get(list));
        return switch (choices.below(16)) {
            case 14 -> Texts.any(choices);
            case 15 -> Texts.tampered(choices, known);
            default -> known;
        };
    }

    private static String value(Choices choices, Target target) {
        var values = new StringJoiner("|");
        for (int i = choices.once(30) ? choices.between(400, 510) : choices.below(4); i >= 0; i--) {
            values.add(oneValue(choices, target));
        }
        var encoded = encoded(choices, values.toString());
        return encoded.substring(0, Math.min(encoded.length(), 4_000));
    }

    private static String oneValue(Choices choices, Target target) {
        return switch (choices.below(8)) {
            case 0 -> choices.of("oA", "Male", "广州", "wechat", "Succeeded", "true", "null", "");
            case 1 -> choices.of(NUMBERS);
            case 2 -> choices.of("1e400", "1e-400", "1e2147483647", "0x10", "NaN", "9".repeat(400));
            case 3 ->
                    choices.once(2)
                            ? Texts.tampered(choices, choices.of(TIMES))
                            : choices.of(TIMES);
            case 4 -> choices.of(target.profile(), target.account(), target.app(), target.job());
            default -> Texts.any(choices);
        };
    }

    private static String order(Choices choices, String list) {
        var keys = new StringJoiner("|");
        for (int i = choices.once(20) ? 12 : choices.below(3); i >= 0; i--) {
            keys.add(
                    field(choices, list)
                            + (choices.once(20) ? "__up" : choices.of("", "__asc", "__desc")));
        }
        return keys.toString();
    }

    private static String number(Choices choices) {
        return choices.once(5) ? Texts.any(choices) : choices.of(NUMBERS);
    }

    private static String token(Choices choices, Target target) {
        return switch (choices.below(4)) {
            case 0 -> target.pageToken();
            case 1 -> forged(JsonTexts.value(choices));
            case 2 ->
                    forged(
                            "["
                                    + choices.of("1", "0", "-1", "2147483647", "1e9")
                                    + ",1,\"created+,resource_id+\","
                                    + JsonTexts.quoted(
                                            choices,
                                            choices.once(2)
                                                    ? choices.of(TIMES)
                                                    : Texts.any(choices))
                                    + ","
                                    + JsonTexts.value(choices)
                                    + "]");
            default -> Texts.tampered(choices, target.pageToken());
        };
    }

    private static String forged(String json) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        json.substring(0, Math.min(json.length(), 3_000))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String searched(Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> Texts.any(choices);
            case 1 ->
                    choices.of("%", "_", "!", "\\", "%%%%", "a%_b", "!%", "[a-z]", "*")
                            .repeat(choices.between(1, 40));
            case 2 ->
                    choices.of("ß", "İ", "ﬁ", "ſ", "Ω", "\ud83d\ude00", "e\u0301")
                            .repeat(choices.between(1, 80));
            default -> choices.once(4) ? "x".repeat(choices.between(990, 1_010)) : "Élodie";
        };
    }

    private static String account(Choices choices, Target target) {
        return choices.once(2) ? target.account() : encoded(choices, Texts.any(choices));
    }

    private static String encoded(Choices choices, String text) {
        return Addresses.encoded(choices, text);
    }
}
