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
 * A place in a list that stays where it is while rows come and go: the ordered values of the row at a
 * page's end. Opaque on the wire, but no secret: it holds what the page has shown.
 *
 * @param page the number of the page behind it, or {@link #NO_NUMBER}
 * @param isBackwards whether the page before the place is meant
 * @param order the signature of the order it belongs to
 * @param place the row's values, one for each key of the order
 */
record PageToken(int page, boolean isBackwards, String order, List<String> place) {

    /** A page that was cut ends where no number begins: by number, rows would be skipped. */
    static final int NO_NUMBER = 0;

    /** Of the page that follows the page of a number, or goes before it. */
    static int numberBeside(int page, boolean isBackwards) {
        return page <= NO_NUMBER ? NO_NUMBER : Math.max(1, page + (isBackwards ? -1 : 1));
    }

    /** In characters: more than any of ours has, since it must fit into an address. */
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
            // not base64, not JSON, of other types, or nested as deep as no token of ours
            return Optional.empty();
        }
    }

    /** The values as the database compares them; empty when the token is of another order. */
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
