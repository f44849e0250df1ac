package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStreamReader;
import java.util.List;

/**
 * What a real browser says of an address, as src/test/browser/record-hostile-addresses has recorded
 * it.
 *
 * @param plain an honest address, which has to be accepted
 * @param href null where the browser cannot read the address
 */
record BrowserView(
        String address, boolean plain, String href, String protocol, String hostname, String port) {

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

    /** Odd characters shown, so that a failing test can be read. */
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
