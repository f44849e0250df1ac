package com.xpkit.sociallink.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Web addresses that parsers may read differently, and parts of addresses. */
public final class Addresses {

    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Addresses() {}

    /**
     * An application_uri at the domain, or one that pretends to be.
     *
     * @param domain that is allowed
     */
    public static String application(Choices choices, String domain) {
        var address =
                scheme(choices)
                        + separator(choices)
                        + (choices.once(6) ? userinfo(choices, domain) : "")
                        + host(choices, domain)
                        + (choices.once(5) ? port(choices) : "")
                        + path(choices)
                        + query(choices)
                        + (choices.once(4) ? "#" + Texts.any(choices) : "");
        return choices.once(5) ? Texts.tampered(choices, address) : address;
    }

    private static String scheme(Choices choices) {
        return choices.once(8)
                ? choices.of("http", "HTTPS", "javascript", "data", "ftp", " https", "h\ttps", "")
                : "https";
    }

    private static String separator(Choices choices) {
        return choices.once(8) ? choices.of(":", ":/", ":///", ":\\\\", "//", ":/\\", "") : "://";
    }

    private static String userinfo(Choices choices, String domain) {
        return choices.of("a@", "a:b@", domain + "@", domain + "%40", "@", domain + "\\@", ":@");
    }

    private static String host(Choices choices, String domain) {
        return switch (choices.below(12)) {
            case 6 -> "evil.example.net";
            case 7 -> domain + choices.of(".", "..", ".evil.example.net", "%2eevil.example.net");
            case 8 -> choices.of("[::1]", "127.1", "0x7f.1", "2130706433", "[::ffff:7f00:1]");
            case 9 -> domain.toUpperCase(java.util.Locale.ROOT).replace('I', 'İ');
            case 10 -> "evil.example.net" + choices.of("/", "\\", "?", "#", "\0", "\n") + domain;
            case 11 -> Texts.tampered(choices, domain);
            default -> domain;
        };
    }

    private static String port(Choices choices) {
        return ":" + choices.of("443", "80", "", "0", "65536", "00443", "٣", "-1", "99999999999");
    }

    private static String path(Choices choices) {
        return switch (choices.below(6)) {
            case 0 -> "";
            case 1 -> "/" + Texts.any(choices);
            case 2 -> choices.of("/..", "/%2e%2e/", "/.%2E", "//", "/\\", "/a/../b", "/%ff", "/%");
            default -> "/welcome";
        };
    }

    private static String query(Choices choices) {
        return switch (choices.below(5)) {
            case 1 -> "?" + Texts.any(choices) + "=" + Texts.any(choices);
            case 2 -> "?profile_id=mine&error%5fcode=1&a=b&profile%5Fid";
            case 3 -> choices.of("?", "??", "?a=%zz", "?&&", "?a|b^{}`", "?a=%ff");
            default -> "";
        };
    }

    /** Percent-encoded, with the grammar broken once in a while; every character of the result is one byte. */
    public static String encoded(Choices choices, String text) {
        var isSloppy = choices.once(10);
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(UTF_8)) {
            var c = (char) (octet & 0xff);
            var stays = UNRESERVED.indexOf(c) >= 0 || isSloppy && c > ' ' && c != '#' && c != 0x7f;
            encoded.append(stays ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return choices.once(25) ? misencoded(choices, encoded.toString()) : encoded.toString();
    }

    private static String misencoded(Choices choices, String encoded) {
        var at = choices.below(encoded.length() + 1);
        return encoded.substring(0, at)
                + choices.of("%", "%z", "%zz", "%2", "%u1234", "%FF", "%C0%AF", "%ED%A0%80", "%00")
                + encoded.substring(at);
    }

    /** The text with each character as the bytes of its UTF-8. */
    static String octets(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
