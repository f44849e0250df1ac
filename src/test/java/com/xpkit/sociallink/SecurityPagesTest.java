package com.xpkit.sociallink;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code SECURITY.md} and {@code docs/security.md} name must exist, and no table may be missing. */
class SecurityPagesTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))[.`]");
    private static final Pattern SETTING = Pattern.compile("`(sociallink\\.[a-z.-]+)`");
    private static final Pattern TABLE = Pattern.compile("CREATE (?:TABLE|VIEW) (\\w+)");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    @Test
    void nameTestsThatExist() throws IOException {
        var files = names("src/test/java");

        assertThat(found(TEST, pages()))
                .hasSizeGreaterThan(20)
                .allMatch(test -> files.contains(test + ".java"));
    }

    @Test
    void nameSettingsThatExist() throws IOException {
        var settings =
                Files.readString(
                        Path.of("src/main/resources/META-INF/microprofile-config.properties"));

        assertThat(found(SETTING, pages()))
                .hasSizeGreaterThan(10)
                .allMatch(setting -> settings.contains("\n" + setting + "="));
    }

    /** A new table must be listed with what it stores in clear text. */
    @Test
    void listEveryTableWithWhatIsInClearText() throws IOException {
        var tables = found(TABLE, migrations());

        assertThat(firstColumn()).isEqualTo(tables);
    }

    private static SortedSet<String> firstColumn() throws IOException {
        var page = Files.readString(Path.of("docs/security.md"));
        var section = page.split("## What is in clear text in the database\n")[1].split("\n## ")[0];
        var cells =
                section.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(row -> row.split("\\|")[1])
                        .toList();
        return found(NAME, String.join("\n", cells));
    }

    private static String pages() throws IOException {
        return Files.readString(Path.of("SECURITY.md"))
                + Files.readString(Path.of("docs/security.md"));
    }

    private static String migrations() throws IOException {
        var text = new StringBuilder();
        try (var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var script : scripts.filter(file -> file.toString().endsWith(".sql")).toList()) {
                text.append(Files.readString(script));
            }
        }
        return text.toString();
    }

    private static SortedSet<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.map(file -> file.getFileName().toString())
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static SortedSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
