package com.xpkit.sociallink.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Addresses;
import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import com.xpkit.sociallink.platform.settings.NumericHost;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parsers that are written by hand for speed read the same as regular expressions. */
class HandWrittenParsersFuzzTest {

    private static final Pattern RUN = Pattern.compile("(?:%\\p{XDigit}{2})++");
    private static final Pattern RAW_BYTE = Pattern.compile("[\\x80-\\xff]");
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "((?i)https?)://([a-zA-Z0-9.-]++)(?::([0-9]++))?((?:[/?#].*+)?)",
                    Pattern.DOTALL);
    private static final Pattern SENT = Pattern.compile("([^?#]*+)(?:\\?([^#]*+))?((?:#.*+)?)");
    private static final Pattern HOST =
            Pattern.compile("(?:(?!-)[a-zA-Z0-9-]{1,63}(?<!-)(?:\\.(?!$)|$))+");
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("(?:.*\\.)?[0-9][^.]*");

    @Test
    void percentEncodedBytes() {
        Fuzz.check(
                "escapes",
                HandWrittenParsersFuzzTest::escapes,
                text -> {
                    var runs = RUN.matcher(text).results().map(MatchResult::group);
                    assertThat(Escapes.areUtf8(text))
                            .isEqualTo(runs.allMatch(run -> isUtf8(bytes(run))));
                    assertThat(Escapes.decoded(text))
                            .isEqualTo(RUN.matcher(text).replaceAll(this::decoded));
                });
    }

    private static String escapes(Choices choices) {
        var text = new StringBuilder();
        for (int i = choices.below(8); i > 0; i--) {
            text.append(
                            choices.of(
                                    "%",
                                    "%4", "%41", "%E5%B9%BF", "%e5%b9", "%ED%A0%80", "%zz", "%25"))
                    .append(choices.of("", "", "a", Texts.any(choices)));
        }
        return text.toString();
    }

    private String decoded(MatchResult run) {
        return Matcher.quoteReplacement(new String(bytes(run.group()), UTF_8));
    }

    private static byte[] bytes(String run) {
        return HexFormat.of().parseHex(run.replace("%", ""));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).length() > 0;
        } catch (CharacterCodingException ofAnotherEncoding) {
            return false;
        }
    }

    @Test
    void parametersOfAQuery() {
        Fuzz.check(
                "parameters",
                choices ->
                        Texts.tampered(
                                choices,
                                choices.of("a=1&b=%E5%B9%BF&a&=c==d&é=\u00ff\u0100", "&&=&")),
                raw -> {
                    var escaped =
                            RAW_BYTE.matcher(raw)
                                    .replaceAll(
                                            found ->
                                                    "%%%02X"
                                                            .formatted(
                                                                    (int) found.group().charAt(0)));
                    assertThat(Query.of(raw).parameters())
                            .extracting(QueryParameter::rawName, QueryParameter::rawValue)
                            .containsExactlyElementsOf(
                                    Stream.of(escaped.split("&"))
                                            .filter(part -> !part.isEmpty())
                                            .map(
                                                    part ->
                                                            (part + (part.contains("=") ? "" : "="))
                                                                    .split("=", 2))
                                            .map(
                                                    parts ->
                                                            org.assertj.core.groups.Tuple.tuple(
                                                                    parts[0], parts[1]))
                                            .toList());
                });
    }

    @Test
    void hosts() {
        Fuzz.check(
                "hosts",
                choices ->
                        Texts.tampered(
                                choices,
                                choices.of(
                                        "App-1.example.com",
                                        "192.0.2.7",
                                        "a.b-.c",
                                        "x.7y",
                                        "localhost",
                                        "a".repeat(63) + "." + "b".repeat(64))),
                text -> assertThat(Host.read(text).map(Host::name)).isEqualTo(host(text)));
    }

    private static Optional<String> host(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        var isRead =
                text.length() <= 253
                        && HOST.matcher(text).matches()
                        && (NumericHost.isIpv4(name) || !LOOKS_NUMERIC.matcher(name).matches());
        return isRead ? Optional.of(name) : Optional.empty();
    }

    @Test
    void originsOfAnApplicationUri() {
        Fuzz.check(
                "origins",
                choices ->
                        Texts.tampered(
                                choices,
                                choices.of(
                                        Addresses.application(choices, "app.example.com"),
                                        "HTTPS://App.Example.com:8443/a:b?c#d",
                                        "http://192.0.2.7:80",
                                        "https://a:b@app.example.com:/",
                                        "https://app.example.com:80:90\\@x")),
                text ->
                        assertThat(read(text).map(uri -> uri.origin().toString()))
                                .isEqualTo(read(text).flatMap(uri -> origin(text))));
    }

    /** Without what is refused because of its path or its length. */
    private static Optional<ApplicationUri> read(String text) {
        var read = ApplicationUri.read(text);
        var isRefusedLater = text.length() > 1_500 || text.matches("(?s).*/(?:\\.|%2[eE]).*");
        if (!isRefusedLater) {
            assertThat(read.isPresent()).isEqualTo(origin(text).isPresent());
        }
        return read;
    }

    private static Optional<String> origin(String text) {
        var parts = WRITTEN.matcher(text);
        return parts.matches() && AddressPart.asSent(parts.group(4)).isPresent()
                ? Origin.read(
                                parts.group(1).toLowerCase(Locale.ROOT),
                                parts.group(2),
                                parts.group(3))
                        .map(Origin::toString)
                : Optional.empty();
    }

    @Test
    void partsOfAnApplicationUri() {
        Fuzz.check(
                "parts",
                choices -> Addresses.application(choices, "app.example.com"),
                text -> ApplicationUri.read(text).ifPresent(uri -> hasParts(uri)));
    }

    /** The parameter is after the query of the expression, and before its fragment. */
    private static void hasParts(ApplicationUri uri) {
        var origin = uri.origin().toString();
        var parts = SENT.matcher(uri.toString().substring(origin.length()));
        assertThat(parts.matches()).isTrue();
        var end = uri.with("p", "v").substring(origin.length());

        assertThat(parts.group(1)).startsWith("/");
        assertThat(end).startsWith(parts.group(1) + "?").contains("p=v#");
        assertThat(end).endsWith("p=v" + (parts.group(3).isEmpty() ? "#" : parts.group(3)));
    }
}
