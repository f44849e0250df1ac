package com.xpkit.sociallink.platform.listing;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param rows in order; may be empty
 * @param count the number of rows on all pages
 * @param next the place after the page; null at the end. It has no number if the page was cut
 * @param previous the place before it; null at the beginning
 */
public record Page<T>(List<T> rows, long count, PageToken next, PageToken previous) {

    /** {@code {"results":[…],"count","next","next_token","previous","previous_token"}}. */
    public JsonObject json(Function<T, ResourceView> view) {
        var results = JSON.createArrayBuilder();
        rows.forEach(row -> results.add(view.apply(row).json()));
        var json = JSON.createObjectBuilder().add("results", results).add("count", count);
        add(json, "next", next);
        add(json, "previous", previous);
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String name, PageToken token) {
        if (token == null) {
            json.addNull(name).addNull(name + "_token");
            return;
        }
        if (token.page() == PageToken.NO_NUMBER) {
            json.addNull(name);
        } else {
            json.add(name, token.page());
        }
        json.add(name + "_token", token.text());
    }
}
