package com.xpkit.sociallink.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Prometheus itself says about the alerts. Each has a file in {@code src/test/prometheus} that says when it fires and
 * when it does not. No server is needed; it is a server test because it needs a Debian package.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlertsIT {

    private static final String PROMTOOL =
            Path.of("src/test/sh/promtool").toAbsolutePath().toString();

    @Test
    void areRulesOfPrometheus() throws Exception {
        var names = AlertRules.read().names();

        assertThat(promtool(Stream.of("check", "rules", AlertRules.FILE.toString())))
                .contains(names.size() + " rules found");
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void comeWithAConfigurationOfPrometheus() throws Exception {
        assertThat(
                        promtool(
                                Stream.of(
                                        "check",
                                        "config",
                                        "--syntax-only",
                                        "docs/prometheus/prometheus.yml")))
                .contains("SUCCESS");
    }

    @Test
    void fireWhenTheyMustAndAreSilentOtherwise() throws Exception {
        var tests = tests();

        assertThat(promtool(Stream.concat(Stream.of("test", "rules"), tests.stream())))
                .doesNotContain("FAILED");
        assertThat(tests).hasSizeGreaterThan(AlertRules.read().alerts().size());
    }

    private static List<String> tests() throws IOException {
        try (var files = Files.list(Path.of("src/test/prometheus"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    /** Its output; the test fails if promtool does. */
    private static String promtool(Stream<String> arguments) throws Exception {
        var command = Stream.concat(Stream.of(PROMTOOL), arguments).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
