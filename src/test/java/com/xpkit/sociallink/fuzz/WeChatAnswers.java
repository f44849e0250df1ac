package com.xpkit.sociallink.fuzz;

import static com.xpkit.sociallink.fuzz.JsonTexts.Member.needed;
import static com.xpkit.sociallink.fuzz.JsonTexts.Member.optional;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** What WeChat could answer, and what only something else in its place would answer. */
public final class WeChatAnswers {

    private static final List<Integer> STATUSES =
            List.of(
                    200, 200, 200, 200, 201, 204, 206, 301, 302, 304, 400, 401, 403, 404, 429, 500,
                    502, 503, 599);

    private static final List<String> CODES =
            List.of(
                    "0",
                    "\"0\"",
                    "-1",
                    "40029",
                    "40163",
                    "\"40163\"",
                    "61450",
                    "42003",
                    "45011",
                    "4294967296",
                    "0.5",
                    "1e64",
                    "1e999999999",
                    "null",
                    "\"\"",
                    "[]",
                    "true");

    private WeChatAnswers() {}

    /** The head and the body of one answer. */
    public record Said(int status, String contentType, byte[] body) {

        @Override
        public String toString() {
            return status + " " + contentType + " " + new String(body, ISO_8859_1);
        }

        /**
         * The bytes on the wire: with a length, in chunks, until the connection ends, or with an error.
         */
        public byte[] raw(Choices choices) {
            var text = new String(body, ISO_8859_1);
            var head =
                    statusLine(choices)
                            + "\r\nContent-Type: "
                            + contentType
                            + (choices.once(6) ? "\r\n" + strangeHeader(choices) : "");
            var whole =
                    switch (choices.below(8)) {
                        case 0 -> head + "\r\n\r\n" + text;
                        case 1 ->
                                head
                                        + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + chunked(choices, text);
                        case 2 ->
                                head
                                        + "\r\nContent-Length: "
                                        + choices.of("-1", "x", "1", "99999999999", "")
                                        + "\r\n\r\n"
                                        + text;
                        default ->
                                head + "\r\nContent-Length: " + text.length() + "\r\n\r\n" + text;
                    };
            return (choices.once(10) ? Texts.tampered(choices, whole) : whole).getBytes(ISO_8859_1);
        }

        private String statusLine(Choices choices) {
            return choices.once(10)
                    ? choices.of(
                            "HTTP/1.1 200",
                            "HTTP/2 200 OK",
                            "ICY 200 OK",
                            "",
                            "HTTP/1.1 20 OK",
                            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK",
                            "HTTP/1.1 99999 OK",
                            "HTTP/1.1 -1 OK")
                    : "HTTP/1.1 " + status + " Said";
        }

        private static String strangeHeader(Choices choices) {
            return choices.of(
                    "Content-Encoding: gzip",
                    "Content-Encoding: x",
                    "Location: http://127.0.0.1:1/",
                    "Set-Cookie: a=b",
                    "Connection: close",
                    "Connection: upgrade\r\nUpgrade: h2c",
                    "Transfer-Encoding: identity",
                    "X: " + "y".repeat(9_000),
                    "no header at all",
                    ": empty",
                    "Content-Type: \u00ff");
        }

        private static String chunked(Choices choices, String text) {
            var size =
                    choices.once(8)
                            ? choices.of("", "-1", "fffffffff", "g", "0")
                            : Integer.toHexString(text.length());
            return size + "\r\n" + text + "\r\n" + (choices.once(6) ? "" : "0\r\n\r\n");
        }
    }

    /** An answer to the request for a token. */
    public static Said token(Choices choices, String openid) {
        return said(
                choices,
                JsonTexts.document(
                        choices,
                        List.of(
                                needed(
                                        "access_token",
                                        c -> c.once(6) ? strange(c) : "\"82_token\""),
                                optional("expires_in", c -> c.of("7200", "\"7200\"", "-1", "1e99")),
                                optional("refresh_token", WeChatAnswers::strange),
                                needed("openid", c -> c.once(8) ? strange(c) : '"' + openid + '"'),
                                optional("scope", WeChatAnswers::strange),
                                optional(
                                        "unionid",
                                        c -> c.once(3) ? strange(c) : "\"u" + openid + '"'),
                                optional(
                                        "is_snapshotuser",
                                        c -> c.of("0", "1", "\"1\"", "1.0", "null")),
                                optional("errcode", c -> c.once(3) ? c.of(CODES) : "0"),
                                optional("errmsg", WeChatAnswers::strange))));
    }

    /** An answer to the request for a profile. */
    public static Said userinfo(Choices choices, String openid) {
        return said(
                choices,
                JsonTexts.document(
                        choices,
                        List.of(
                                needed("openid", c -> c.once(15) ? strange(c) : '"' + openid + '"'),
                                needed("nickname", WeChatAnswers::strange),
                                optional(
                                        "sex",
                                        c ->
                                                c.of(
                                                        "1",
                                                        "2",
                                                        "0",
                                                        "\"1\"",
                                                        "1.0",
                                                        "1e0",
                                                        "4294967297",
                                                        "null",
                                                        "[1]")),
                                optional("city", WeChatAnswers::strange),
                                optional("province", WeChatAnswers::strange),
                                optional("country", WeChatAnswers::strange),
                                optional("headimgurl", WeChatAnswers::image),
                                optional("privilege", JsonTexts::value),
                                optional(
                                        "unionid",
                                        c -> c.once(4) ? strange(c) : "\"u" + openid + '"'),
                                optional("errcode", c -> c.once(3) ? c.of(CODES) : "0"))));
    }

    private static Said said(Choices choices, String json) {
        var body = choices.once(30) ? json + " ".repeat(choices.between(60_000, 70_000)) : json;
        var type =
                choices.once(6)
                        ? choices.of(
                                "application/json", "text/html", "text/plain; charset=gbk", "", ";")
                        : "text/plain";
        return new Said(choices.of(STATUSES), type, Octets.of(choices, body));
    }

    private static String strange(Choices choices) {
        return choices.once(6)
                ? JsonTexts.value(choices)
                : JsonTexts.quoted(
                        choices, choices.once(8) ? Texts.longOne(choices) : Texts.any(choices));
    }

    private static String image(Choices choices) {
        return choices.once(2)
                ? strange(choices)
                : "\"https:\\/\\/thirdwx.qlogo.cn\\/mmopen\\/x\\/132\"";
    }
}
