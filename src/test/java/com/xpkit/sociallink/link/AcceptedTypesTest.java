package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON; charset=utf-8",
                "application/*",
                "image/png, application/json",
                "application/json, text/html",
                "application/json, */*;q=0.8",
                "*/*, application/json",
                "text/*, application/json",
                "text/html;q=0.9,application/json",
                "text/html;q=0.9;level=1 , application/json ;q=1.0",
                "text/html;q=0, application/json;q=0.1",
                "nonsense, application/json"
            })
    void preferJson(String accept) {
        assertThat(AcceptedTypes.of(accept).prefersJson()).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "*/*",
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html,application/json",
                "text/html,application/json;q=0.9,*/*;q=0.8",
                "text/*, application/json;q=0.9",
                "application/json;q=0",
                "application/json;q=x",
                "application/json;q=0.000, text/nothing",
                "application/json2",
                "application/jsonp, image/png",
                "application",
                ",;,/",
                "text/nothing"
            })
    void preferHtmlOtherwise(String accept) {
        assertThat(AcceptedTypes.of(accept).prefersJson()).isFalse();
    }

    @Test
    void areReadWhateverTheHeaderContains() {
        Fuzz.check(
                "accept",
                choices ->
                        Texts.tampered(
                                choices,
                                "text/html;level=1;q=0.9,application/json;q=0.25, */*;q=0.1"),
                text ->
                        assertThat(AcceptedTypes.of(text).names())
                                .hasSizeLessThanOrEqualTo(text.length() + 1));
    }
}
