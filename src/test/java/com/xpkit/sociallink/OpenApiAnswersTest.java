package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The description contains every answer that the code can give, and no other. */
class OpenApiAnswersTest {

    private static final Routes ROUTES = new Routes();
    private static final Answers ANSWERS = new Answers(ROUTES.code());

    private static OpenApiDocument document;

    @BeforeAll
    static void read() throws IOException {
        document = OpenApiDocument.read();
    }

    @TestFactory
    Stream<DynamicTest> describesTheStatusesOfEachOperation() {
        return guarded()
                .map(
                        route ->
                                DynamicTest.dynamicTest(
                                        route.getKey(),
                                        () ->
                                                assertThat(document.statuses(route.getKey()))
                                                        .isEqualTo(
                                                                words(
                                                                        ANSWERS.of(
                                                                                route
                                                                                        .getValue())))));
    }

    @Test
    void knowsTheStatusOfEveryRefusal() {
        assertThat(Answers.REFUSALS.keySet()).isEqualTo(ANSWERS.refusals());
    }

    @TestFactory
    Stream<DynamicTest> givesEachRefusalInTheShapeOfErrors() {
        var shape = document.at("components", "schemas", "Refusal");
        return guarded()
                .map(Map.Entry::getKey)
                .flatMap(name -> document.bodies(name).stream())
                .filter(body -> body.name().matches(".* (308|4..|5..) .*"))
                .map(
                        body ->
                                DynamicTest.dynamicTest(
                                        body.name(),
                                        () -> assertThat(body.schema()).isEqualTo(shape)));
    }

    @TestFactory
    Stream<DynamicTest> givesTheHeadersThatAStatusCallsFor() {
        return document.operations().keySet().stream()
                .flatMap(name -> document.answers(name).entrySet().stream())
                .map(
                        answer ->
                                DynamicTest.dynamicTest(
                                        answer.getKey(),
                                        () ->
                                                assertThat(document.headers(answer.getValue()))
                                                        .containsAll(needed(answer.getKey()))));
    }

    private static Set<String> needed(String answer) {
        return switch (answer.substring(answer.length() - 3)) {
            case "201", "202", "302", "308" -> Set.of("Location");
            case "304" -> Set.of("ETag");
            case "401" -> Set.of("WWW-Authenticate");
            case "429" -> Set.of("Retry-After");
            default -> Set.of();
        };
    }

    /** The operations that require a token; the visitor's requests have answers of their own. */
    private static Stream<Map.Entry<String, Method>> guarded() {
        return ROUTES.methods().entrySet().stream()
                .filter(route -> Routes.scope(route.getValue()).isPresent());
    }

    private static Set<String> words(Set<Integer> statuses) {
        return statuses.stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
