package com.xpkit.sociallink.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HexFormat;

/** A request in a form that every implementation of Jakarta REST can read. */
final class ReadableRequest extends HttpServletRequestWrapper {

    /** The characters that may be unescaped in an address (RFC 3986), including those that separate its parts. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final boolean isEscaped;

    /**
     * @param isEscaped whether characters that must be escaped in an address are passed on percent-encoded
     */
    ReadableRequest(HttpServletRequest request, boolean isEscaped) {
        super(request);
        this.isEscaped = isEscaped;
    }

    /**
     * Always none: the service reads the header itself. RESTEasy asks the server to parse the cookies even when nothing
     * uses them, and Undertow fails on a byte beyond ASCII.
     */
    @Override
    public Cookie[] getCookies() {
        return new Cookie[0];
    }

    /** RESTEasy fails on an unescaped character such as the {@code |} between the values of a filter. */
    @Override
    public String getQueryString() {
        var query = super.getQueryString();
        return query == null ? null : escaped(query);
    }

    @Override
    public String getRequestURI() {
        return escaped(super.getRequestURI());
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        var path = super.getRequestURI();
        return url.replace(url.length() - path.length(), url.length(), escaped(path));
    }

    private String escaped(String text) {
        if (!isEscaped || text.chars().allMatch(ReadableRequest::isPlain)) {
            return text;
        }
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        if (isPlain(point)) {
            escaped.appendCodePoint(point);
            return;
        }
        var text = Character.toString(point);
        // servers pass each byte as a character, or have decoded UTF-8
        for (var octet : text.getBytes(point < 0x100 ? ISO_8859_1 : UTF_8)) {
            escaped.append('%').append(HEX.toHexDigits(octet));
        }
    }

    private static boolean isPlain(int point) {
        return point < 0x80 && (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0);
    }
}
