package com.xpkit.sociallink.platform.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    private static final Order BY_NAME = Order.by(List.of(new Order.Key(ListingMother.NAME, true)));
    private static final String NOW = "2026-01-02T03:04:05Z";

    @Test
    void isReadAgainAsItWasWritten() {
        var token = new PageToken(7, true, BY_NAME.signature(), List.of("ä\"🐼", "id"));

        assertThat(PageToken.parse(token.text())).contains(token);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 2",
        "7, true, 6",
        "1, true, 1",
        "0, false, 0",
        "0, true, 0",
        "-3, false, 0"
    })
    void givesTheNeighbourOfAPageANumberWhenItHasOne(int page, boolean isBackwards, int number) {
        assertThat(PageToken.numberBeside(page, isBackwards)).isEqualTo(number);
    }

    @Test
    void needsNoEncodingInAnAddress() {
        assertThat(new PageToken(7, true, BY_NAME.signature(), List.of("ÿÿ?", "id")).text())
                .matches("[A-Za-z0-9_-]+");
    }

    @Test
    void givesItsValuesAsTheDatabaseComparesThem() {
        var byCreation = Order.by(List.of());
        var id = UUID.randomUUID();
        var token = new PageToken(2, false, byCreation.signature(), List.of(NOW, id.toString()));

        assertThat(token.typed(byCreation)).contains(List.of(Instant.parse(NOW), id));
    }

    @Test
    void hasNoValuesWithAnIdThatIsNone() {
        var byCreation = Order.by(List.of());
        var token = new PageToken(2, false, byCreation.signature(), List.of(NOW, "id"));

        assertThat(token.typed(byCreation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[1]",
                "[1,0]",
                "[\"1\",0,\"name-\"]",
                "[1,0,7]",
                "[1,0,\"name-\",7]",
                "[1,0,\"name-\",null]",
                "[1,0,\"name-\",[\"a\"]]",
                "[1,0,\"name-\"",
                "\u0000"
            })
    void isNoneWhenItContainsAnythingElse(String json) {
        assertThat(PageToken.parse(base64(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a b", "ä", "AA==A", "+/+/"})
    void isNoneWhenItIsNotBase64(String text) {
        assertThat(PageToken.parse(text)).isEmpty();
    }

    @Test
    void isNoneWhenItIsNestedWithoutEnd() {
        assertThat(PageToken.parse(base64("[".repeat(5_000)))).isEmpty();
        assertThat(PageToken.parse(base64("[1,0,\"x\"," + "[".repeat(5_000)))).isEmpty();
    }

    @Test
    void hasNoValuesForAnotherOrder() {
        var token = new PageToken(2, false, BY_NAME.signature(), List.of("a", "id"));

        assertThat(token.typed(Order.by(List.of()))).isEmpty();
    }

    @Test
    void hasNoValuesWhenSomeAreMissingTooManyOrOfAnotherType() {
        var byCreation = Order.by(List.of());
        var signature = byCreation.signature();

        assertThat(new PageToken(2, false, signature, List.of(NOW)).typed(byCreation)).isEmpty();
        assertThat(new PageToken(2, false, signature, List.of(NOW, "a", "b")).typed(byCreation))
                .isEmpty();
        assertThat(new PageToken(2, false, signature, List.of("x", "id")).typed(byCreation))
                .isEmpty();
        assertThat(new PageToken(2, false, signature, List.of(NOW, "i\0")).typed(byCreation))
                .isEmpty();
    }

    @Test
    void isNotReadWhenItIsLongerThanAnAddress() {
        var longest = new PageToken(1, false, "x".repeat(49_000), List.of("a"));
        var longer = new PageToken(1, false, "x".repeat(50_000), List.of("a"));

        assertThat(PageToken.parse(longest.text())).contains(longest);
        assertThat(longer.text()).hasSizeGreaterThan(PageToken.MAX_LENGTH);
        assertThat(PageToken.parse(longer.text())).isEmpty();
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
