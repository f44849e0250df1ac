package com.xpkit.sociallink.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void namesThePagesBesideItByNumberAndToken() {
        var json = new Page<>(List.of(), 7, token(3), token(1)).json(row -> null);

        assertThat(json.getInt("next")).isEqualTo(3);
        assertThat(json.getString("next_token")).isEqualTo(token(3).text());
        assertThat(json.getInt("previous")).isEqualTo(1);
    }

    @Test
    void namesNoNumberWhereNoNumberedPageBegins() {
        var json = new Page<>(List.of(), 7, token(PageToken.NO_NUMBER), null).json(row -> null);

        assertThat(json.get("next")).isEqualTo(JsonValue.NULL);
        assertThat(json.getString("next_token")).isNotEmpty();
        assertThat(json.get("previous_token")).isEqualTo(JsonValue.NULL);
    }

    private static PageToken token(int page) {
        return new PageToken(page, false, "created+", List.of("x"));
    }
}
