package com.xpkit.sociallink.listing;

import jakarta.ws.rs.core.MultivaluedHashMap;

/** Lists of things that have a name and tags. */
final class ListingMother {

    static final Field NAME = Field.text("name", "e.name");
    static final Field TAGS = Field.array("tags", "e.tags", ":value member of e.tags");
    static final Fields FIELDS = Fields.of(NAME, TAGS);

    private ListingMother() {}

    /**
     * @param query as in an address, decoded: {@code a=1&b=2}
     */
    static ListRequest request(String query) {
        var parameters = new MultivaluedHashMap<String, String>();
        for (var parameter : query.split("&")) {
            var parts = parameter.split("=", 2);
            parameters.add(parts[0], parts[1]);
        }
        return ListRequest.of(parameters, FIELDS);
    }
}
