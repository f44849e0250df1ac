package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStreamReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a real browser makes of an address, as src/test/browser/record-hostile-addresses recorded it.
 *
 * @param plain whether it is an honest address, which must be accepted
 * @param href null where the browser cannot read the address
 */
record BrowserView(
        String address, boolean plain, String href, String protocol, String hostname, String port) {

    private static final Pattern HREF = Pattern.compile("([^?#]*)([^#]*)(.*)");
    private static final Pattern NO_URI = Pattern.compile("[|^{}`\\\\]|%(?!\\p{XDigit}{2})");
    private static final Pattern NO_URI_OR_SHARP = Pattern.compile(NO_URI + "|#");

    static List<BrowserView> recorded() {
        var fixture = BrowserView.class.getResourceAsStream("hostile-addresses.json");
        try (var reader = Json.createReader(new InputStreamReader(fixture, UTF_8))) {
            return reader.readObject().getJsonArray("addresses").getValuesAs(BrowserView::fromJson);
        }
    }

    private static BrowserView fromJson(JsonObject said) {
        return new BrowserView(
                said.getString("address"),
                said.getBoolean("plain"),
                said.getString("href", null),
                said.getString("protocol", null),
                said.getString("hostname", null),
                said.getString("port", null));
    }

    boolean failed() {
        return href == null;
    }

    String origin() {
        return protocol + "//" + hostname + (port.isEmpty() ? "" : ":" + port);
    }

    String hrefWithoutFragment() {
        return href.split("#", 2)[0];
    }

    boolean hasFragment() {
        return href.contains("#");
    }

    /** The browser's spelling; after the path, what no {@link java.net.URI} accepts is encoded. */
    String hrefAsUri() {
        Matcher parts = HREF.matcher(href);
        parts.matches();
        String fragment = parts.group(3).isEmpty() ? "" : parts.group(3).substring(1);
        return parts.group(1)
                + encoded(parts.group(2), NO_URI)
                + (hasFragment() ? "#" : "")
                + encoded(fragment, NO_URI_OR_SHARP);
    }

    private static String encoded(String part, Pattern characters) {
        return characters
                .matcher(part)
                .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
    }

    /** With odd characters escaped, so that a failure is readable. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        address.chars()
                .forEach(
                        c ->
                                shown.append(
                                        isPrintable(c)
                                                ? Character.toString(c)
                                                : "\\u%04x".formatted(c)));
        return shown + " (browser: " + (failed() ? "failure" : href) + ")";
    }

    private static boolean isPrintable(int character) {
        return character >= ' ' && character <= '~';
    }
}
