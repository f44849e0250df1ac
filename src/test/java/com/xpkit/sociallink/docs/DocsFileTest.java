package com.xpkit.sociallink.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its files, including those of Swagger UI. */
class DocsFileTest {

    /** This page shows none of it: a grid for its authors, and a dark mode that only its own bar switches on. */
    private static final Pattern NOT_SHOWN = Pattern.compile("\\.debug-grid|html\\.dark-mode");

    private static Map<String, DocsFile> files;

    @BeforeAll
    static void read() throws IOException {
        files = DocsFile.all();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/", "/index.html"})
    void findsThePage(String path) {
        assertThat(DocsFile.find(files, path))
                .hasValueSatisfying(page -> assertThat(page.type()).startsWith("text/html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/DocsServlet.class", "/../docs/docs.js", "/docs.js/", "//", "/docs", "xx"})
    void findsNothingElse(String path) {
        assertThat(DocsFile.find(files, path)).isEmpty();
    }

    @Test
    void distinguishesFiles() {
        assertThat(files.values()).extracting(DocsFile::tag).doesNotHaveDuplicates();
        assertThat(files.values()).allMatch(file -> file.contents().length > 0);
        assertThat(files.values()).extracting(DocsFile::type).doesNotContainNull();
    }

    @Test
    void refersOnlyToFilesOfThePageAndToTheDescription() {
        var references =
                Pattern.compile("(?:src=|href=|url\\()\"([^\"]+)\"")
                        .matcher(text("index.html") + text("docs.css"))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(references)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        address ->
                                assertThat(
                                                address.equals("/openapi.yaml")
                                                        || files.containsKey(
                                                                address.replaceFirst(
                                                                        "^/api/docs/", "")))
                                        .as(address)
                                        .isTrue());
    }

    /** The policy would refuse them. */
    @Test
    void holdsNoScriptAndNoStyleInThePageItself() {
        assertThat(text("index.html"))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
    }

    /** The policy refuses data: addresses, so each one that Swagger UI shows must be our own file. */
    @Test
    void replacesEveryIconThatIsADataAddress() {
        var ours = normal(text("docs.css"));

        assertThat(selectorsWithDataAddresses())
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(ours).contains(selector));
    }

    private static List<String> selectorsWithDataAddresses() {
        return Pattern.compile("([^{}]*)\\{[^{}]*url\\(\"?data:")
                .matcher(text("swagger-ui.css"))
                .results()
                .map(rule -> normal(rule.group(1)))
                .filter(selector -> !NOT_SHOWN.matcher(selector).find())
                .distinct()
                .toList();
    }

    private static String normal(String css) {
        return css.replaceAll("\\s*([{>+])\\s*", "$1").replace("::after", ":after").trim();
    }

    private static String text(String name) {
        return new String(files.get(name).contents(), UTF_8);
    }
}
