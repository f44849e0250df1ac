package com.xpkit.sociallink.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as every implementation of Jakarta REST can read it. */
final class ReadableRequest extends HttpServletRequestWrapper {

    /** What an address holds as it is (RFC 3986), and what decides how it is split. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

    private final boolean isEscaped;

    /**
     * @param isEscaped whether what an address cannot hold as it is arrives percent-encoded
     */
    ReadableRequest(HttpServletRequest request, boolean isEscaped) {
        super(request);
        this.isEscaped = isEscaped;
    }

    /**
     * None: the service reads the header itself. RESTEasy has the server make cookies of it, although nobody asks for
     * one, and Undertow fails at a byte beyond ASCII.
     */
    @Override
    public Cookie[] getCookies() {
        return new Cookie[0];
    }

    /** RESTEasy fails at a character that must be escaped, such as the {@code |} between the values of a filter. */
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
        // servers give each byte as a character, or have read them as UTF-8
        for (var octet : text.getBytes(point < 0x100 ? ISO_8859_1 : UTF_8)) {
            escaped.append('%').append("%02X".formatted(octet));
        }
    }

    private static boolean isPlain(int point) {
        return point < 0x80 && (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0);
    }
}
