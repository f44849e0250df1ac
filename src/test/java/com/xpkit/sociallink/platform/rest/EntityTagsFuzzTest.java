package com.xpkit.sociallink.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import org.junit.jupiter.api.Test;

class EntityTagsFuzzTest {

    @Test
    void nameAVersionOnlyWhereItIsDefined() {
        Fuzz.check(
                "tags",
                choices ->
                        Texts.tampered(
                                choices, choices.of("\"7\"", "W/\"7\"", "\"7-gzip\", \"8\"")),
                header -> {
                    var tags = new EntityTags(header);
                    if (tags.include("7")) {
                        assertThat(tags.hasTags()).isTrue();
                        assertThat(header).matches("(?s) *\\* *|.*\"7(-gzip|-br|-zstd)?\".*");
                    }
                });
    }
}
