package com.xpkit.sociallink.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class OsvRecordTest {

    private static final Coordinates LIBRARY = Coordinates.maven("org.example", "lib");

    @Test
    void tellsWhatItIs() {
        var advisory =
                about(
                        """
                        {"id": "GHSA-1", "aliases": ["CVE-2026-2", "CVE-2026-1"], "summary": "Reads too far",
                         "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}],
                         "database_specific": {"severity": "HIGH"},
                         "affected": [%s]}
                        """
                                .formatted(
                                        affected(
                                                "{\"introduced\": \"1.0\"}, {\"fixed\": \"1.3\"}")));

        assertThat(advisory)
                .isEqualTo(
                        new Advisory(
                                "GHSA-1",
                                List.of("CVE-2026-1", "CVE-2026-2"),
                                "HIGH",
                                "Reads too far",
                                List.of(VersionRange.until("1.0", "1.3")),
                                List.of()));
    }

    @Test
    void readsSeveralRanges() {
        var advisory =
                about(
                        """
                        {"id": "GHSA-1", "affected": [%s, %s, %s]}
                        """
                                .formatted(
                                        affected(
                                                """
                                                {"introduced": "1.0"}, {"fixed": "1.3"},
                                                {"introduced": "2.0"}, {"last_affected": "2.4"}
                                                """),
                                        affected("{\"introduced\": \"3.0\"}"),
                                        affected("{\"introduced\": \"3.0\"}")));

        assertThat(advisory.ranges())
                .containsExactly(
                        VersionRange.until("1.0", "1.3"),
                        VersionRange.upTo("2.0", "2.4"),
                        VersionRange.from("3.0"));
    }

    @Test
    void keepsTheVersionsThatAreInNoRange() {
        var advisory =
                about(
                        """
                        {"id": "GHSA-1", "affected": [{
                         "package": {"ecosystem": "Maven", "name": "org.example:lib"},
                         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.1"}]}],
                         "versions": ["1.0", "1.0.1", "2.0-special"]}]}
                        """);

        assertThat(advisory.versions()).containsExactly("2.0-special");
        assertThat(advisory.affects("2.0-special")).isTrue();
        assertThat(advisory.affects("1.0.1")).isTrue();
        assertThat(advisory.affects("2.0")).isFalse();
    }

    @Test
    void readsRangesOfNpm() {
        var record =
                record(
                        """
                        {"id": "GHSA-1", "affected": [{
                         "package": {"ecosystem": "npm", "name": "lib"},
                         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.1.0"}]}]}]}
                        """);

        var advisory = record.about(Coordinates.npm("lib")).orElseThrow();

        assertThat(advisory.affects("1.0.9")).isTrue();
        assertThat(advisory.affects("1.1.0")).isFalse();
    }

    @Test
    void leavesOutCommits() {
        var advisory =
                about(
                        """
                        {"id": "GHSA-1", "affected": [{
                         "package": {"ecosystem": "Maven", "name": "org.example:lib"},
                         "ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]}]}
                        """);

        assertThat(advisory.ranges()).isEmpty();
        assertThat(advisory.affects("1.0")).isFalse();
    }

    @Test
    void takesTheVectorWhereThereIsNoWord() {
        var json =
                """
                {"id": "GHSA-1", "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}], "affected": [%s]}
                """
                        .formatted(affected("{\"introduced\": \"0\"}"));

        assertThat(about(json).severity()).isEqualTo("CVSS:3.1/AV:N");
    }

    @Test
    void makesDoWithoutSeverityAndSummary() {
        var advisory =
                about(
                        """
                        {"id": "GHSA-1", "details": "\\n\\nThe first line.\\nThe second.", "affected": [%s]}
                        """
                                .formatted(affected("{\"introduced\": \"0\"}")));

        assertThat(advisory.severity()).isEqualTo("unknown");
        assertThat(advisory.summary()).isEqualTo("The first line.");
    }

    @Test
    void saysNothingAboutOtherLibraries() {
        var record =
                record(
                        """
                        {"id": "GHSA-1", "affected": [%s,
                         {"package": {"ecosystem": "TuxCare:Maven", "name": "org.example:other"}},
                         {"ranges": []}]}
                        """
                                .formatted(affected("{\"introduced\": \"0\"}")));

        assertThat(record.about(Coordinates.maven("org.example", "other"))).isEmpty();
        assertThat(record.about(Coordinates.npm("org.example:lib"))).isEmpty();
        assertThat(record.about(LIBRARY)).isPresent();
    }

    @Test
    void saysNothingOnceItIsWithdrawn() {
        var record =
                record(
                        """
                        {"id": "GHSA-1", "withdrawn": "2026-01-02T03:04:05Z", "affected": [%s]}
                        """
                                .formatted(affected("{\"introduced\": \"0\"}")));

        assertThat(record.about(LIBRARY)).isEmpty();
    }

    private static Advisory about(String json) {
        return record(json).about(LIBRARY).orElseThrow();
    }

    private static OsvRecord record(String json) {
        return new OsvRecord(Json.createReader(new StringReader(json)).readObject());
    }

    private static String affected(String events) {
        return """
                {"package": {"ecosystem": "Maven", "name": "org.example:lib"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}
                """
                .formatted(events);
    }
}
