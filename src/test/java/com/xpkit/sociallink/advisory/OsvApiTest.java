package com.xpkit.sociallink.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockserver.model.HttpRequest.request;
import static org.mockserver.model.HttpResponse.response;
import static org.mockserver.model.JsonBody.json;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockserver.integration.ClientAndServer;
import org.mockserver.matchers.MatchType;
import org.mockserver.model.HttpRequest;
import org.mockserver.verify.VerificationTimes;

/** Answers as OSV's documentation shows them. */
class OsvApiTest {

    private static final ClientAndServer SERVER = ClientAndServer.startClientAndServer(0);

    private static final Coordinates DRIVER = Coordinates.maven("org.postgresql", "postgresql");
    private static final Coordinates PURIFIER = Coordinates.npm("dompurify");

    private static final String ASK_DRIVER =
            "{\"package\": {\"ecosystem\": \"Maven\", \"name\": \"org.postgresql:postgresql\"}}";
    private static final String ASK_PURIFIER =
            "{\"package\": {\"ecosystem\": \"npm\", \"name\": \"dompurify\"}}";

    private final OsvApi api = new OsvApi(URI.create("http://127.0.0.1:" + SERVER.getPort()));

    @BeforeEach
    void forgetAll() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void fetchesTheRecordsOfAllLibraries() throws IOException {
        answersTheBatch(
                "{\"queries\": [" + ASK_DRIVER + ", " + ASK_PURIFIER + "]}",
                """
                {"results": [{"vulns": [{"id": "GHSA-b", "modified": "2026-01-02T03:04:05Z"}, {"id": "GHSA-a"}]},
                             {"vulns": [{"id": "GHSA-c"}]}]}
                """);
        answersTheRecords("GHSA-a", "GHSA-b", "GHSA-c");

        assertThat(ids(DRIVER, PURIFIER)).containsExactly("GHSA-a", "GHSA-b", "GHSA-c");
    }

    @Test
    void takesALibraryWithoutAdvisories() throws IOException {
        answersTheBatch("{\"queries\": [" + ASK_DRIVER + "]}", "{\"results\": [{}]}");

        assertThat(ids(DRIVER)).isEmpty();
    }

    @Test
    void followsPagesOfTheLibrariesThatHaveMore() throws IOException {
        answersTheBatch(
                "{\"queries\": [" + ASK_DRIVER + ", " + ASK_PURIFIER + "]}",
                """
                {"results": [{"vulns": [{"id": "GHSA-a"}]},
                             {"vulns": [{"id": "GHSA-b"}], "next_page_token": "two"}]}
                """);
        answersTheBatch(
                """
                {"queries": [{"package": {"ecosystem": "npm", "name": "dompurify"}, "page_token": "two"}]}
                """,
                """
                {"results": [{"vulns": [{"id": "GHSA-c"}, {"id": "GHSA-a"}]}]}
                """);
        answersTheRecords("GHSA-a", "GHSA-b", "GHSA-c");

        assertThat(ids(DRIVER, PURIFIER)).containsExactly("GHSA-a", "GHSA-b", "GHSA-c");
        SERVER.verify(record("GHSA-a"), VerificationTimes.once());
    }

    @Test
    void failsWhenARecordCannotBeHad() {
        answersTheBatch(
                "{\"queries\": [" + ASK_DRIVER + "]}",
                "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-a\"}]}]}");
        SERVER.when(record("GHSA-a")).respond(response().withStatusCode(503));

        assertThatThrownBy(() -> ids(DRIVER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/v1/vulns/GHSA-a said 503");
    }

    @Test
    void failsWhenAnAnswerIsMissing() {
        answersTheBatch("{\"queries\": [" + ASK_DRIVER + "]}", "{\"results\": []}");

        assertThatThrownBy(() -> ids(DRIVER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer each of the queries");
    }

    @Test
    void saysWhomItCouldNotReach() {
        var unreachable = new OsvApi(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> unreachable.records(List.of(DRIVER)))
                .isInstanceOf(IOException.class)
                .hasMessage("http://127.0.0.1:1/v1/querybatch cannot be reached");
    }

    @Test
    void failsWhenTheAnswerIsNotJson() {
        answersTheBatch("{\"queries\": [" + ASK_DRIVER + "]}", "<html>A login page");

        assertThatThrownBy(() -> ids(DRIVER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer with JSON");
    }

    private List<String> ids(Coordinates... libraries) throws IOException {
        return api.records(List.of(libraries)).stream().map(OsvRecord::id).toList();
    }

    private static void answersTheBatch(String question, String answer) {
        SERVER.when(
                        request()
                                .withMethod("POST")
                                .withPath("/v1/querybatch")
                                .withBody(json(question, MatchType.STRICT)))
                .respond(response(answer));
    }

    private static void answersTheRecords(String... ids) {
        for (var id : ids) {
            SERVER.when(record(id)).respond(response("{\"id\": \"" + id + "\"}"));
        }
    }

    private static HttpRequest record(String id) {
        return request().withMethod("GET").withPath("/v1/vulns/" + id);
    }
}
