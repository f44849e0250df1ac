package com.xpkit.sociallink.platform.settings;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads settings by name and type; anything unusable is an {@link InvalidSetting}. */
@Dependent
public class Settings {

    /** What Java puts in place of bytes that are invalid in the locale's encoding. */
    private static final String UNREADABLE = "\uFFFD";

    private final Sources sources;

    public Settings() {
        this(ConfigProvider.getConfig(Settings.class.getClassLoader()));
    }

    Settings(Config config) {
        sources = new Sources(config);
    }

    /** The trimmed text, otherwise unchanged; empty when the setting is missing or blank. */
    public Optional<String> find(String key) {
        return read(key).map(String::trim).filter(text -> !text.isEmpty());
    }

    /**
     * A secret, unchanged except for a trailing line end; empty when it is missing or blank.
     *
     * @throws InvalidSetting when it begins or ends with a blank: usually a slip, so the blank is neither kept nor
     *     dropped silently
     */
    public Optional<String> findSecret(String key) {
        var secret = read(key).map(Settings::withoutLineEnd).filter(text -> !text.trim().isEmpty());
        if (secret.filter(text -> !text.equals(text.trim())).isPresent()) {
            throw new InvalidSetting(key, "begins or ends with a blank");
        }
        return secret;
    }

    private Optional<String> read(String key) {
        var text = sources.find(key);
        if (text.filter(read -> read.contains(UNREADABLE)).isPresent()) {
            throw new InvalidSetting(
                    key,
                    "holds a character that was not read as UTF-8; start the server with"
                            + " LANG=C.UTF-8 or another UTF-8 locale");
        }
        return text;
    }

    /** Files end with a line end, and some sources read a directory of files. */
    private static String withoutLineEnd(String text) {
        return text.endsWith("\n")
                ? text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1))
                : text;
    }

    public String text(String key) {
        return find(key).orElseThrow(() -> new InvalidSetting(key, "is missing"));
    }

    public boolean flag(String key) {
        return choice(key, List.of("true", "false")).equals("true");
    }

    /** A whole number between two bounds, inclusive. */
    public int number(String key, int min, int max) {
        return (int) largeNumber(key, min, max);
    }

    /** The same for numbers of up to 18 digits. */
    public long largeNumber(String key, long min, long max) {
        return parse(
                key,
                "must be a whole number from " + min + " to " + max,
                text ->
                        Optional.of(text)
                                .filter(t -> t.matches("[0-9]{1,18}"))
                                .map(Long::valueOf)
                                .filter(n -> n >= min && n <= max));
    }

    /** One of a few words, exactly as listed. */
    public String choice(String key, List<String> words) {
        return parse(
                key,
                "must be one of " + String.join(", ", words),
                text -> words.contains(text) ? Optional.of(text) : Optional.empty());
    }

    /** A positive ISO-8601 duration. */
    public Duration duration(String key) {
        return parse(
                key,
                "must be a positive ISO-8601 duration such as PT10M",
                text -> positiveDuration(text));
    }

    /**
     * An absolute http or https address without query and fragment. It is returned without its trailing slash, with its
     * host in lower case and without the scheme's default port. If the host contains underscores, {@link URI#getHost}
     * returns null.
     */
    public URI serviceAddress(String key) {
        return parse(
                key,
                "must be an http or https address without query and fragment,"
                        + " such as https://link.example.com",
                text -> address(key, text).flatMap(HttpAddress::withoutLastSlash));
    }

    /** Origins separated by commas, as browsers write them in the {@code Origin} header; none when missing. */
    public Set<String> origins(String key) {
        return Stream.of(find(key).orElse("").split(","))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(text -> origin(key, text))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Browsers shorten IPv6 addresses and this code does not, so such an origin would never match. */
    private static String origin(String key, String text) {
        return address(key, text)
                .filter(address -> address.path().isEmpty() && !address.isNumericV6())
                .map(HttpAddress::origin)
                .orElseThrow(
                        () ->
                                new InvalidSetting(
                                        key,
                                        "must be origins separated by commas, such as"
                                                + " https://admin.example.com"));
    }

    /** Browsers and Java turn some hosts into Punycode differently, so the operator must write the Punycode. */
    private static Optional<HttpAddress> address(String key, String text) {
        var address = HttpAddress.of(text);
        if (address.filter(HttpAddress::isBeyondAscii).isPresent()) {
            throw new InvalidSetting(
                    key,
                    "names a host with characters beyond ASCII; write it in Punycode, such as"
                            + " https://xn--r8jz45g.jp");
        }
        return address;
    }

    private <T> T parse(String key, String rule, Function<String, Optional<T>> parser) {
        return parser.apply(text(key)).orElseThrow(() -> new InvalidSetting(key, rule));
    }

    /** Shared with settings that contain a duration inside a longer text. */
    public static Optional<Duration> positiveDuration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(d -> !d.isNegative() && !d.isZero());
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }
}
