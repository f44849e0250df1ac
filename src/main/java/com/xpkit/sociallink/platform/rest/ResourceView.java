package com.xpkit.sociallink.platform.rest;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.error.PreconditionFailed;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * The JSON of one resource, {@code {"resource","resource_id","resource_url"}}, with its ETag.
 *
 * @param path the collection's path, such as {@code /api/app/}
 * @param stored the resource's id and version
 * @param resource the members; empty when they are not shown
 */
public record ResourceView(String path, Stored stored, JsonObject resource) {

    public UUID id() {
        return stored.id();
    }

    /**
     * @param isReadable whether its members are shown; otherwise only its id and address
     */
    public ResourceView shownIf(boolean isReadable) {
        return isReadable ? this : new ResourceView(path, stored, JsonValue.EMPTY_JSON_OBJECT);
    }

    public JsonObject json() {
        var json =
                JSON.createObjectBuilder()
                        .add("resource_url", url())
                        .add("resource_id", id().toString());
        return (resource.isEmpty() ? json : json.add("resource", resource)).build();
    }

    /**
     * 200, or 304 when the reader already has this version.
     *
     * @throws PreconditionFailed when the reader wants another version ({@code If-Match})
     */
    public Response read(HttpHeaders headers) {
        var wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
        new IfMatch(wanted == null ? IfMatch.ANY : wanted).check(stored);
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null && new EntityTags(known).include(tag().getValue())
                ? unchanged()
                : changed();
    }

    private Response unchanged() {
        return Response.notModified(tag()).build();
    }

    /** 200 with the new ETag. */
    public Response changed() {
        return answer(Response.ok());
    }

    /** 201 with the new resource's address. */
    public Response created() {
        return answer(Response.status(201).header(HttpHeaders.LOCATION, url()));
    }

    private Response answer(Response.ResponseBuilder builder) {
        return builder.tag(tag()).entity(json()).build();
    }

    private String url() {
        return path + id() + "/";
    }

    private EntityTag tag() {
        return IfMatch.tag(stored);
    }
}
