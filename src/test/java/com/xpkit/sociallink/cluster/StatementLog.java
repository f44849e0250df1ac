package com.xpkit.sociallink.cluster;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.database.PostgreSql;
import com.xpkit.sociallink.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that PostgreSQL itself has logged. Sessions write to the log before they run a statement, so all
 * that ran between two marks is logged between them.
 */
final class StatementLog {

    private static final Pattern EXECUTED =
            Pattern.compile("(?:statement|execute [^:]+): ([\\s\\S]*)");
    private static final Pattern EMPTYING =
            Pattern.compile("(?is)(DELETE|SELECT .*) FROM link_outcome .*\\bstate ?<.*");
    private static final Pattern LOOKING_FOR_JOBS =
            Pattern.compile("(?is)SELECT .* FROM job .*\\bdue ?<=.*");
    private static final Pattern COUNTING_BYTES =
            Pattern.compile("(?is)SELECT count\\(\\*\\), sum\\(coalesce\\(octet_length\\(.*");
    private static final Pattern LEASING_CHORES = Pattern.compile("(?is).*\\bupkeep_lease\\b.*");
    private static final Pattern RUNNING_A_JOB =
            Pattern.compile(
                    "(?is)SELECT .* FROM job\\b.* WHERE \\(?(\\w+\\.)?id ?= ?\\$1\\b.*"
                            + "|INSERT INTO job_step\\b.*");

    static final int MEASUREMENTS = 3;

    private final Path file;
    private final Database database;

    StatementLog(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /**
     * The statements that the service ran meanwhile, in their order. Left out: BEGIN, COMMIT, ROLLBACK, SET, SHOW, and what
     * each node does by itself: it empties the outcomes of lapsed flows once a minute, looks for jobs each second, runs
     * them and calls their webhooks (those of earlier tests, too), counts the bytes of an account now and then, and takes
     * the leases of such work; and {@link #questionsDuring}. Rarer work of the nodes is there: see {@link #fewest}.
     */
    List<Statement> during(Runnable work) {
        var statements = all(work);
        var ofJobs =
                statements.stream()
                        .filter(statement -> RUNNING_A_JOB.matcher(statement.sql()).matches())
                        .map(Statement::transaction)
                        .collect(Collectors.toSet());
        return statements.stream()
                .filter(statement -> !ofJobs.contains(statement.transaction()))
                .filter(statement -> !statement.isBracket() && !statement.isQuestion())
                .filter(statement -> !EMPTYING.matcher(statement.sql()).matches())
                .filter(statement -> !LOOKING_FOR_JOBS.matcher(statement.sql()).matches())
                .filter(statement -> !COUNTING_BYTES.matcher(statement.sql()).matches())
                .filter(statement -> !LEASING_CHORES.matcher(statement.sql()).matches())
                .toList();
    }

    /**
     * What a piece of work costs: the fewest statements of three measurements, because what the nodes do by themselves can
     * only add to them.
     *
     * @param measurement does the work and returns its statements; each time on data of its own
     */
    static List<Statement> fewest(Supplier<List<Statement>> measurement) {
        return Stream.generate(measurement)
                .limit(MEASUREMENTS)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** How often a pool checked meanwhile whether a connection is alive. */
    long questionsDuring(Runnable work) {
        return all(work).stream().filter(Statement::isQuestion).count();
    }

    private List<Statement> all(Runnable work) {
        var begin = mark();
        work.run();
        return between(begin, mark());
    }

    private String mark() {
        var mark = UUID.randomUUID().toString();
        database.run("SELECT '" + mark + "'");
        Await.until("the log was written", Duration.ofSeconds(10), () -> text().contains(mark));
        return mark;
    }

    private List<Statement> between(String begin, String end) {
        var text = text();
        var from = text.indexOf('\n', text.indexOf(begin));
        return text.substring(from, text.indexOf(end))
                .lines()
                .filter(line -> line.endsWith("}"))
                .map(StatementLog::json)
                .filter(entry -> !isOfTests(entry))
                .flatMap(entry -> statement(entry).stream())
                .toList();
    }

    private static boolean isOfTests(JsonObject entry) {
        return entry.getString("application_name", "").equals(PostgreSql.APPLICATION);
    }

    private static Optional<Statement> statement(JsonObject entry) {
        return Optional.of(EXECUTED.matcher(entry.getString("message", "")))
                .filter(matcher -> matcher.matches())
                .map(
                        matcher ->
                                new Statement(
                                        entry.getInt("pid") + " " + entry.getString("vxid", ""),
                                        matcher.group(1),
                                        entry.getString("detail", "")));
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
