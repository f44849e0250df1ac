package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An HTML page, or a part of one, with {@code {{slots}}}; whatever text goes into a slot is escaped. */
public final class Page {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final String template;
    private final String policy;
    private final Map<String, String> slots;

    private Page(String template, String policy, Map<String, String> slots) {
        this.template = template;
        this.policy = policy;
        this.slots = slots;
    }

    /** The page in this class-path resource, which may load nothing but the style of its own host. */
    public static Page of(String resource) {
        return new Page(read(resource), "default-src 'none'; style-src 'self'", Map.of());
    }

    public Page with(String slot, String text) {
        return filled(slot, escaped(text));
    }

    public Page with(String slot, List<Page> parts) {
        return filled(slot, parts.stream().map(Page::html).collect(Collectors.joining()));
    }

    /** The Content-Security-Policy to send along. */
    public String policy() {
        return policy;
    }

    Page allowing(String morePolicy) {
        return new Page(template, policy + "; " + morePolicy, slots);
    }

    /** The page's HTML; a slot without a value is a mistake. */
    public String html() {
        // one pass: a slot's name inside a visitor's text stays text
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1))));
    }

    private String value(String slot) {
        return Objects.requireNonNull(slots.get(slot), () -> "Nothing for the slot " + slot);
    }

    private Page filled(String slot, String html) {
        Map<String, String> more = new HashMap<>(slots);
        more.put(slot, html);
        return new Page(template, policy, more);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String resource) {
        try (InputStream in = Page.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
