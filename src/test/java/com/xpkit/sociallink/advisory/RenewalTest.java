package com.xpkit.sociallink.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {

    private static final Coordinates DRIVER = Coordinates.maven("org.postgresql", "postgresql");
    private static final Coordinates CACHE = Coordinates.maven("org.example", "cache");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    @TempDir Path directory;

    @Test
    void writesWhatTheRecordsSay() throws IOException {
        record("2026/GHSA-b.json", recordOf("GHSA-b", "org.postgresql:postgresql"));
        record("2025/GHSA-a.json", recordOf("GHSA-a", "org.postgresql:postgresql"));
        record("2025/GHSA-c.json", recordOf("GHSA-c", "org.example:other"));
        var file = new AdvisoriesFile(directory.resolve("osv.json"));

        file.write(renewed());

        assertThat(directory.resolve("osv.json"))
                .hasContent(
                        """
                        {
                            "renewed": "2026-03-04",
                            "source": "a clone",
                            "libraries": {
                                "Maven org.example:cache": [
                                ],
                                "Maven org.postgresql:postgresql": [
                                    {
                                        "id": "GHSA-a",
                                        "aliases": [
                                        ],
                                        "severity": "unknown",
                                        "summary": "Of org.postgresql:postgresql",
                                        "affected": [
                                            {
                                                "introduced": "1.0",
                                                "fixed": "1.3"
                                            }
                                        ]
                                    },
                                    {
                                        "id": "GHSA-b",
                                        "aliases": [
                                        ],
                                        "severity": "unknown",
                                        "summary": "Of org.postgresql:postgresql",
                                        "affected": [
                                            {
                                                "introduced": "1.0",
                                                "fixed": "1.3"
                                            }
                                        ]
                                    }
                                ]
                            }
                        }
                        """);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        record("GHSA-a.json", recordOf("GHSA-a", "org.postgresql:postgresql"));
        var file = new AdvisoriesFile(directory.resolve("osv.json"));
        var renewed = renewed();

        file.write(renewed);

        assertThat(file.read()).isEqualTo(renewed);
        assertThat(renewed.find(CACHE)).contains(List.of());
    }

    @Test
    void failsOnARecordThatItCannotRead() throws IOException {
        record("GHSA-a.json", "{\"id\": \"org.postgresql:postgresql\"");

        assertThatThrownBy(this::renewed)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GHSA-a.json is not JSON");
    }

    @Test
    void asksOsvUnlessToldOtherwise() {
        assertThat(Renewal.source()).isEqualTo(new OsvApi(OsvApi.PUBLIC));
        assertThat(Renewal.source(null, "")).isEqualTo(new OsvApi(OsvApi.PUBLIC));
        assertThat(Renewal.source("http://127.0.0.1:8080", null))
                .isEqualTo(new OsvApi(URI.create("http://127.0.0.1:8080")));
    }

    @Test
    void readsADirectoryWhereItIsNamed() {
        assertThat(Renewal.source("../advisory-database", null))
                .isEqualTo(
                        new OsvDirectory(
                                Path.of("../advisory-database"), "records in advisory-database"));
        assertThat(Renewal.source("records", "read by hand").name()).isEqualTo("read by hand");
    }

    @Test
    void warnsOfOldAdvisories() {
        var advisories = new Advisories(LocalDate.of(2026, 1, 1), "a test", Map.of());

        assertThat(advisories.warning(LocalDate.of(2026, 1, 31))).isEmpty();
        assertThat(advisories.warning(LocalDate.of(2026, 2, 1)).orElseThrow())
                .contains("31 days old", "mvn -P advisories");
    }

    private Advisories renewed() throws IOException {
        return new Renewal(new OsvDirectory(directory, "a clone"), CLOCK)
                .of(List.of(DRIVER, CACHE));
    }

    private void record(String name, String json) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private static String recordOf(String id, String name) {
        return """
                {"id": "%s", "summary": "Of %s", "affected": [{
                 "package": {"ecosystem": "Maven", "name": "%s"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.0"}, {"fixed": "1.3"}]}]}]}
                """
                .formatted(id, name, name);
    }
}
