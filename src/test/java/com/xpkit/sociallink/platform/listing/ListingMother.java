package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lists of things that have a name and tags. */
public final class ListingMother {

    static final Field NAME = Field.text("name", "e.name");
    static final Field TAGS =
            Field.elements(
                    "tags", "e.id", "exists (select t from Tag t where t.of = e and {t.name})");
    static final Fields FIELDS =
            Fields.of(
                    NAME,
                    TAGS,
                    Field.number("size", "e.size"),
                    Field.words("scopes", "e.scopes", Set.of("a", "b", "c")));

    static final ListRequestSettings LIMITS = new ListRequestSettings(SettingsMother.shipped());

    private ListingMother() {}

    /**
     * @param query as in an address, decoded: {@code a=1&b=2}
     */
    static ListRequest request(String query) {
        return request(query, FIELDS);
    }

    private static ListRequest request(String query, Fields fields) {
        return request(query, fields, LIMITS);
    }

    static ListRequest request(String query, Fields fields, ListRequestSettings limits) {
        var parameters = new MultivaluedHashMap<String, String>();
        for (var parameter : query.split("&")) {
            var parts = parameter.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        return ListRequest.of(parameters, fields, limits);
    }

    /** The JPQL of a single filter. */
    public static String jpql(String filter, Fields fields) {
        return request(filter, fields).conditions().get(0).jpql(parameters());
    }

    public static Parameters parameters() {
        return new Parameters(Optional.of(UUID.randomUUID()));
    }

    public static List<Object> values(Parameters parameters) {
        return parameters.values();
    }
}
