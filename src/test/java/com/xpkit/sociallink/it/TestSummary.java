package com.xpkit.sociallink.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The results of a build's tests as one line, unit and integration tests counted together.
 *
 * @param passed how many passed
 * @param failed how many failed, errors included
 * @param skipped how many did not run
 */
record TestSummary(int passed, int failed, int skipped) {

    /**
     * Prints the line.
     *
     * @param arguments when the build began, then the directories of the reports; what is older there is
     *     another build's
     */
    public static void main(String[] arguments) throws IOException {
        var directories = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        System.out.println(TestSummary.since(Instant.parse(arguments[0]), directories).line());
    }

    static TestSummary since(Instant began, List<Path> directories) throws IOException {
        var sum = new TestSummary(0, 0, 0);
        for (var directory : directories) {
            for (var report : reports(directory)) {
                if (!Files.getLastModifiedTime(report).toInstant().isBefore(began)) {
                    sum = sum.and(of(report));
                }
            }
        }
        return sum;
    }

    private static List<Path> reports(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
    }

    private static TestSummary of(Path report) throws IOException {
        var suite = root(report);
        var failed = number(suite, "failures") + number(suite, "errors");
        var skipped = number(suite, "skipped");
        return new TestSummary(number(suite, "tests") - failed - skipped, failed, skipped);
    }

    private static Element root(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("No test report: " + report.getFileName(), unreadable);
        }
    }

    private static int number(Element suite, String attribute) {
        var text = suite.getAttribute(attribute);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private TestSummary and(TestSummary other) {
        return new TestSummary(
                passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    String line() {
        return "Tests: %d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
}
