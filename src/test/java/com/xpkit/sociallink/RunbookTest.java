package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/runbook.md tells operators to look for is what the service writes. */
class RunbookTest {

    private static String code;
    private static String runbook;

    /** Texts that the code writes on several lines are joined. */
    @BeforeAll
    static void read() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        code = all.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        runbook = Files.readString(Path.of("docs/runbook.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A link could not be saved",
                "A link failed, reference=",
                "A request failed",
                "Jobs wait for the database",
                "broke off job=",
                "linked profile_id=",
                "refused error_code=",
                "webhook failed job=",
                "not saved",
                "see above",
                "the app_secret cannot be opened",
                "the circuit breaker is open",
                "the cookie is gone twice",
                "the proxy said status ",
                "the visitor declined",
                "too late",
                "too many visitors at once",
                "userinfo errcode ",
                "is missing; only a service on its own H2 database makes one for itself",
                "opens with no key of sociallink.secret-key, or was sealed for another configuration: nobody links through it",
                "sociallink.secret-key is not set: a new key was made and kept in ",
                "Not warmed up: no link succeeded through "
            })
    void quotesWhatIsLogged(String text) {
        assertThat(runbook).contains(text);
        assertThat(code).contains(text);
    }
}
