package com.xpkit.sociallink.platform.listing;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list that stays valid while rows come and go: the ordered values of the row at the end of a page. Opaque
 * in the API, but not secret: it only contains what the page has shown.
 *
 * @param page the number of the page after it, or {@link #NO_NUMBER}
 * @param isBackwards whether it means the page before the place
 * @param order the signature of the order it belongs to
 * @param place the row's values, one for each key of the order
 */
record PageToken(int page, boolean isBackwards, String order, List<String> place) {

    /** A cut page ends where no page number begins: going on by number would skip rows. */
    static final int NO_NUMBER = 0;

    /** The number of the page after the given one, or before it. */
    static int numberBeside(int page, boolean isBackwards) {
        return page <= NO_NUMBER ? NO_NUMBER : Math.max(1, page + (isBackwards ? -1 : 1));
    }

    /** In characters: longer than any of our tokens, because a token must fit into an address. */
    static final int MAX_LENGTH = 65_536;

    String text() {
        var json = JSON.createArrayBuilder().add(page).add(isBackwards ? 1 : 0).add(order);
        place.forEach(json::add);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.build().toString().getBytes(UTF_8));
    }

    static Optional<PageToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            try (var reader = JSON.createReader(new StringReader(json))) {
                var array = reader.readArray();
                var place = new ArrayList<String>();
                for (var value : array.subList(3, array.size())) {
                    place.add(((JsonString) value).getString());
                }
                return Optional.of(
                        new PageToken(
                                array.getInt(0), array.getInt(1) == 1, array.getString(2), place));
            }
        } catch (RuntimeException | StackOverflowError notOurs) {
            // not base64, not JSON, of other types, or nested deeper than our tokens
            return Optional.empty();
        }
    }

    /** The values as the database compares them; empty when the token belongs to another order. */
    Optional<List<Object>> typed(Order wanted) {
        if (!order.equals(wanted.signature()) || place.size() != wanted.keys().size()) {
            return Optional.empty();
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < place.size(); i++) {
            wanted.keys().get(i).field().placed(place.get(i)).ifPresent(values::add);
        }
        return Optional.of(List.<Object>copyOf(values)).filter(v -> v.size() == place.size());
    }
}
