package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a token request. It is parsed here because a server would read up to 2 MB before anything is checked,
 * would wait for a slow form without a limit, and servers differ in how they handle a broken one.
 *
 * @param values by name, at least one each
 */
record TokenForm(Map<String, List<String>> values) {

    /** A byte order mark, read as UTF-8 and as ISO 8859-1. */
    private static final List<String> BYTE_ORDER_MARKS = List.of("\uFEFF", "\u00EF\u00BB\u00BF");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    /** Whether a body of this type is a form. */
    static boolean isForm(String type) {
        return isMultipart(type) || isEncoded(type);
    }

    private static boolean isMultipart(String type) {
        return lower(type).startsWith("multipart/");
    }

    private static boolean isEncoded(String type) {
        return lower(type).startsWith("application/x-www-form-urlencoded");
    }

    private static String lower(String type) {
        return Optional.ofNullable(type).orElse("").toLowerCase(Locale.ROOT);
    }

    /**
     * @param type the Content-Type of the request; may be null
     * @throws OAuthError when the body is unreadable
     */
    static TokenForm of(String type, byte[] body) {
        var form = new TokenForm(values(type, body));
        form.refuseByteOrderMark();
        return form;
    }

    private static Map<String, List<String>> values(String type, byte[] body) {
        if (isMultipart(type)) {
            return MultipartForm.values(type, body).orElseThrow(TokenForm::unreadable);
        }
        return isEncoded(type) ? values(body, charset(type)) : Map.of();
    }

    private static Charset charset(String type) {
        var named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)) : UTF_8;
        } catch (IllegalArgumentException unknown) {
            throw unreadable();
        }
    }

    /** RFC 6749, appendix B; the default charset is UTF-8. */
    private static Map<String, List<String>> values(byte[] body, Charset charset) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : new String(body, charset).split("&")) {
            var parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0], charset), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1], charset));
        }
        return values;
    }

    private static String decoded(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    /** Otherwise the first parameter would be missing, for no reason that a client could see. */
    private void refuseByteOrderMark() {
        if (values.keySet().stream()
                .anyMatch(name -> BYTE_ORDER_MARKS.stream().anyMatch(name::startsWith))) {
            throw new OAuthError(
                    "invalid_request", "The form begins with a byte order mark: leave it out.");
        }
    }

    static OAuthError unreadable() {
        return new OAuthError("invalid_request", "The form cannot be read.");
    }

    /**
     * The value of a parameter; empty when it is missing.
     *
     * @throws OAuthError when it is given more than once
     */
    String single(String name) {
        var all = values.getOrDefault(name, List.of(""));
        if (all.size() > 1) {
            throw new OAuthError("invalid_request", name + " is given more than once.");
        }
        return all.get(0);
    }

    /** Hidden, because it contains a secret. */
    @Override
    public String toString() {
        return "TokenForm of " + values.size() + " parameters";
    }
}
