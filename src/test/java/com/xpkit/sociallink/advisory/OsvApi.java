package com.xpkit.sociallink.advisory;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * OSV's API (https://google.github.io/osv.dev/api/): a query for many libraries returns ids, and each id leads to a
 * record.
 *
 * @param address without a path
 */
record OsvApi(URI address) implements OsvSource {

    static final URI PUBLIC = URI.create("https://api.osv.dev");

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The API accepts 1,000 queries at a time. */
    private static final int BATCH = 1_000;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /** One library, and the page where its answer continues. */
    private record Query(Coordinates library, String pageToken) {

        JsonObject json() {
            var json =
                    Json.createObjectBuilder()
                            .add(
                                    "package",
                                    Json.createObjectBuilder()
                                            .add("ecosystem", library.ecosystem())
                                            .add("name", library.name()));
            return pageToken.isEmpty() ? json.build() : json.add("page_token", pageToken).build();
        }
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public List<OsvRecord> records(Collection<Coordinates> libraries) throws IOException {
        var records = new ArrayList<OsvRecord>();
        for (var id : ids(libraries)) {
            records.add(new OsvRecord(ask(request("/v1/vulns/" + id).GET().build())));
        }
        return records;
    }

    private SortedSet<String> ids(Collection<Coordinates> libraries) throws IOException {
        var ids = new TreeSet<String>();
        var queries = libraries.stream().map(library -> new Query(library, "")).toList();
        while (!queries.isEmpty()) {
            var batch = queries.subList(0, Math.min(BATCH, queries.size()));
            var next = new ArrayList<>(queries.subList(batch.size(), queries.size()));
            next.addAll(answer(batch, ids));
            queries = next;
        }
        return ids;
    }

    /** Adds the ids, and returns the queries whose answers continue. Answers are in the order of the queries. */
    private List<Query> answer(List<Query> queries, Collection<String> ids) throws IOException {
        var results = batch(queries);
        var next = new ArrayList<Query>();
        for (var i = 0; i < queries.size(); i++) {
            var result = results.getJsonObject(i);
            result.getOrDefault("vulns", JsonValue.EMPTY_JSON_ARRAY)
                    .asJsonArray()
                    .getValuesAs(JsonObject.class)
                    .forEach(vulnerability -> ids.add(vulnerability.getString("id")));
            if (result.containsKey("next_page_token")) {
                var token = result.getString("next_page_token");
                next.add(new Query(queries.get(i).library(), token));
            }
        }
        return next;
    }

    private JsonArray batch(List<Query> queries) throws IOException {
        var array = Json.createArrayBuilder();
        queries.forEach(query -> array.add(query.json()));
        var body = Json.createObjectBuilder().add("queries", array).build().toString();
        var request = request("/v1/querybatch").header("Content-Type", "application/json");
        var results =
                ask(request.POST(BodyPublishers.ofString(body)).build()).getJsonArray("results");
        if (results == null || results.size() != queries.size()) {
            throw new IOException(address + " did not answer each of the queries");
        }
        return results;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
    }

    private static JsonObject ask(HttpRequest request) throws IOException {
        var response = send(request);
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + " said " + response.statusCode());
        }
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (JsonException garbage) {
            throw new IOException(request.uri() + " did not answer with JSON", garbage);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (IOException unreachable) {
            throw new IOException(request.uri() + " cannot be reached", unreachable);
        }
    }
}
