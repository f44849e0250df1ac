package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {

    private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir Path target;
    private Path units;
    private Path integration;

    @BeforeEach
    void makeDirectories() throws IOException {
        units = Files.createDirectory(target.resolve("units"));
        integration = Files.createDirectory(target.resolve("integration"));
    }

    @Test
    void addsUpTheReportsOfAllDirectories() throws IOException {
        report(units, "TEST-a.xml", suite(10, 1, 2, 3), BEGAN);
        report(units, "TEST-b.xml", suite(5, 0, 0, 0), BEGAN.plusSeconds(1));
        report(integration, "TEST-c.xml", suite(7, 0, 0, 0), BEGAN.plusSeconds(60));

        assertThat(summary().line()).isEqualTo("Tests: 16 passed, 3 failed, 3 skipped");
    }

    @Test
    void leavesOutWhatAnEarlierBuildLeft() throws IOException {
        report(units, "TEST-a.xml", suite(10, 1, 0, 0), BEGAN.minusSeconds(1));
        report(units, "TEST-b.xml", suite(5, 0, 0, 0), BEGAN);

        assertThat(summary()).isEqualTo(new TestSummary(5, 0, 0));
    }

    @Test
    void readsReportsOnly() throws IOException {
        report(units, "TEST-a.txt", suite(1, 0, 0, 0), BEGAN);
        report(units, "failsafe-summary.xml", suite(1, 0, 0, 0), BEGAN);

        assertThat(summary()).isEqualTo(new TestSummary(0, 0, 0));
    }

    @Test
    void countsNothingWhereNothingRan() throws IOException {
        assertThat(TestSummary.since(BEGAN, List.of(target.resolve("never-made"))))
                .isEqualTo(new TestSummary(0, 0, 0));
    }

    @Test
    void doesNotPassOverAReportThatIsBroken() throws IOException {
        report(units, "TEST-a.xml", "<testsuite", BEGAN);

        assertThatThrownBy(this::summary).hasMessageContaining("TEST-a.xml");
    }

    private TestSummary summary() throws IOException {
        return TestSummary.since(BEGAN, List.of(units, integration));
    }

    private static String suite(int tests, int failures, int errors, int skipped) {
        return "<testsuite name='x' tests='%d' failures='%d' errors='%d' skipped='%d'/>"
                .formatted(tests, failures, errors, skipped);
    }

    private static void report(Path directory, String name, String xml, Instant written)
            throws IOException {
        var file = Files.writeString(directory.resolve(name), xml);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
