package com.xpkit.sociallink.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.api.BodyTooLarge;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
 * The form of a token request. A server would read up to 2 MB of it before anybody is asked, and servers differ in
 * what they make of a broken one; so a form is read here. Multipart form data (which XPKit's SDK sends) is left to the
 * server, whose limit the servlet sets.
 *
 * @param values by their names, each at least one
 */
record TokenForm(Map<String, List<String>> values) {

    /** As servers read it that take multipart for UTF-8, and as those do that take it for ISO 8859-1. */
    private static final List<String> BYTE_ORDER_MARKS = List.of("\uFEFF", "\u00EF\u00BB\u00BF");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads the body, at most this number of bytes and one more.
     *
     * @throws BodyTooLarge when it is larger
     * @throws OAuthError when it cannot be read
     */
    static TokenForm of(HttpServletRequest request, int largest) {
        if (request.getContentLengthLong() > largest) {
            throw new BodyTooLarge(largest);
        }
        var type =
                Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        var form = new TokenForm(values(request, type, largest));
        form.refuseByteOrderMark();
        return form;
    }

    private static Map<String, List<String>> values(
            HttpServletRequest request, String type, int largest) {
        if (type.startsWith("multipart/")) {
            return parts(request);
        }
        return type.startsWith("application/x-www-form-urlencoded")
                ? values(body(request, largest), charset(type))
                : Map.of();
    }

    /** Servers read the parts when asked for them, and fail each in its own way. */
    private static Map<String, List<String>> parts(HttpServletRequest request) {
        try {
            request.getParts();
            var values = new LinkedHashMap<String, List<String>>();
            request.getParameterMap().forEach((name, all) -> values.put(name, List.of(all)));
            return values;
        } catch (ServletException | IOException | RuntimeException unreadable) {
            throw unreadable();
        }
    }

    private static byte[] body(HttpServletRequest request, int largest) {
        try {
            var bytes = request.getInputStream().readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new BodyTooLarge(largest);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    private static Charset charset(String type) {
        var named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)) : UTF_8;
        } catch (IllegalArgumentException unknown) {
            throw unreadable();
        }
    }

    /** RFC 6749, appendix B; without a charset it is UTF-8. */
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

    /** Else the first parameter would be missing, for no reason that a client can see. */
    private void refuseByteOrderMark() {
        if (values.keySet().stream()
                .anyMatch(name -> BYTE_ORDER_MARKS.stream().anyMatch(name::startsWith))) {
            throw new OAuthError(
                    "invalid_request", "The form begins with a byte order mark: leave it out.");
        }
    }

    private static OAuthError unreadable() {
        return new OAuthError("invalid_request", "The form cannot be read.");
    }

    /**
     * The value of a parameter; empty when it is missing.
     *
     * @throws OAuthError when there are several
     */
    String single(String name) {
        var all = values.getOrDefault(name, List.of(""));
        if (all.size() > 1) {
            throw new OAuthError("invalid_request", name + " is given more than once.");
        }
        return all.get(0);
    }

    /** It holds a secret. */
    @Override
    public String toString() {
        return "TokenForm of " + values.size() + " parameters";
    }
}
