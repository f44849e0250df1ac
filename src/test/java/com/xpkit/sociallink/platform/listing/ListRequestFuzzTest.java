package com.xpkit.sociallink.platform.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.JsonTexts;
import com.xpkit.sociallink.fuzz.Queries;
import com.xpkit.sociallink.fuzz.Target;
import com.xpkit.sociallink.fuzz.Texts;
import com.xpkit.sociallink.platform.error.InvalidFields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListRequestFuzzTest {

    private static final Target TARGET =
            new Target(
                    "a6f4a0f6-7b0e-4d3c-9c41-0f3b3c1f3f00",
                    "b",
                    "c",
                    "d",
                    "e",
                    "f",
                    "\"7\"",
                    new PageToken(2, false, "created+,resource_id+", List.of("2026", "b")).text(),
                    "app.example.com");

    @Test
    void aQueryIsReadOrItsFaultsAreNamed() {
        Fuzz.check(
                "list-request",
                ListRequestFuzzTest::query,
                query -> {
                    try {
                        var request =
                                ListRequest.of(query, ListingMother.FIELDS, ListingMother.LIMITS);
                        request.conditions().forEach(c -> c.jpql(ListingMother.parameters()));
                        assertThat(request.limit()).isBetween(1, 500);
                    } catch (InvalidFields faulty) {
                        assertThat(faulty.fields().keySet())
                                .isNotEmpty()
                                .allMatch(named -> isOf(query.keySet(), named));
                    } catch (TooManyConditions tooMany) {
                        assertThat(tooMany.getMessage()).contains("sociallink.limits.");
                    }
                });
    }

    /** Long names are cut. */
    private static boolean isOf(Set<String> names, String named) {
        return names.contains(named)
                || named.endsWith("…")
                        && names.stream()
                                .anyMatch(
                                        n -> n.startsWith(named.substring(0, named.length() - 1)));
    }

    /** As a server passes it on. */
    private static MultivaluedMap<String, String> query(Choices choices) {
        var target = Queries.request(choices, TARGET).target();
        var query = new MultivaluedHashMap<String, String>();
        for (var pair : target.substring(target.indexOf('?') + 1).split("&")) {
            var parts = pair.split("=", 2);
            query.add(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    @Test
    void aPageTokenIsReadAsItWasWritten() {
        Fuzz.check(
                "page-token",
                choices -> {
                    var place = new ArrayList<String>();
                    for (int i = choices.below(4); i > 0; i--) {
                        place.add(whole(Texts.any(choices)));
                    }
                    return new PageToken(
                            choices.below(1_000_000),
                            choices.once(2),
                            whole(Texts.any(choices)),
                            List.copyOf(place));
                },
                token -> assertThat(PageToken.parse(token.text())).contains(token));
    }

    /** Halves of surrogate pairs are in no text in the database. */
    private static String whole(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    @Test
    void aForgedPageTokenIsNone() {
        Fuzz.check(
                "forged-token",
                choices ->
                        choices.once(2)
                                ? Texts.tampered(choices, TARGET.pageToken())
                                : encoded(JsonTexts.value(choices)),
                text -> PageToken.parse(text).ifPresent(token -> token.typed(Order.by(List.of()))));
    }

    private static String encoded(String json) {
        return java.util.Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8));
    }
}
