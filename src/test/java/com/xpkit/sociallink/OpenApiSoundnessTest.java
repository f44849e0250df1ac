package com.xpkit.sociallink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every reader of the description and every generator of clients assumes. */
class OpenApiSoundnessTest {

    private static OpenApiDocument document;

    @BeforeAll
    static void read() throws IOException {
        document = OpenApiDocument.read();
    }

    @Test
    void refersOnlyToWhatExists() {
        assertThat(document.references())
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(2).split("/")))
                                        .as(reference)
                                        .isNotNull());
    }

    @Test
    void usesEveryComponent() {
        var components = new TreeSet<String>();
        for (var kind : List.of("parameters", "headers", "responses", "examples", "schemas")) {
            document.map(document.at("components", kind)).keySet().stream()
                    .map(name -> "#/components/" + kind + "/" + name)
                    .forEach(components::add);
        }
        // the complete list, for readers: a test compares it with the code
        components.remove("#/components/schemas/Scope");

        assertThat(document.references()).containsAll(components);
    }

    @Test
    void callsNoTwoOperationsTheSame() {
        var ids =
                document.operations().values().stream()
                        .map(operation -> operation.get("operationId"))
                        .toList();

        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void putsEachOperationUnderOneOfTheTags() {
        var tags =
                OpenApiDocument.list(document.at("tags")).stream()
                        .<Object>map(tag -> List.of(document.map(tag).get("name")))
                        .toList();

        assertThat(document.operations().values())
                .allSatisfy(operation -> assertThat(tags).contains(operation.get("tags")));
    }

    @Test
    void namesTheParametersOfEachPath() {
        document.operations()
                .keySet()
                .forEach(
                        name ->
                                assertThat(document.parameters(name, "path"))
                                        .as(name)
                                        .isEqualTo(
                                                Pattern.compile("\\{(\\w+)}")
                                                        .matcher(name)
                                                        .results()
                                                        .map(found -> found.group(1))
                                                        .toList()));
    }

    @Test
    void givesNoParameterTwice() {
        assertThat(document.operations().keySet())
                .allSatisfy(
                        name ->
                                assertThat(document.parameters(name, "query"))
                                        .doesNotHaveDuplicates());
    }

    @Test
    void writesSchemasWithKnownKeywordsOnly() {
        document.map(document.at("components", "schemas"))
                .forEach((name, schema) -> assertKeywords(name, schema));
    }

    /** Payara 7 cannot read a boolean as a schema, and then serves a description without paths. */
    @Test
    void writesNoSchemaAsABoolean() throws IOException {
        try (var yaml = getClass().getResourceAsStream("/META-INF/openapi.yaml")) {
            assertThat(new String(yaml.readAllBytes(), UTF_8))
                    .contains("additionalProperties: {}")
                    .doesNotContainPattern("(additionalProperties|items|schema): *(true|false)");
        }
    }

    private static void assertKeywords(String where, Object schema) {
        var members = schema instanceof Map<?, ?> map ? map : Map.of();
        if (members.containsKey("$ref")) {
            assertThat(members).as(where + ": nothing next to a reference").hasSize(1);
            return;
        }
        assertThat(SchemaCheck.KEYWORDS).as(where).containsAll(names(members));
        parts(members)
                .forEach(part -> assertKeywords(where + "/" + part.getKey(), part.getValue()));
    }

    private static Set<String> names(Map<?, ?> members) {
        var names = new TreeSet<String>();
        members.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** The schemas inside a schema. */
    private static Stream<Map.Entry<String, Object>> parts(Map<?, ?> schema) {
        var parts = new ArrayList<Map.Entry<String, Object>>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, part) -> parts.add(Map.entry(String.valueOf(name), part)));
        }
        Stream.of("items", "additionalProperties")
                .filter(schema::containsKey)
                .forEach(name -> parts.add(Map.entry(name, schema.get(name))));
        OpenApiDocument.list(schema.get("allOf"))
                .forEach(part -> parts.add(Map.entry("allOf", part)));
        return parts.stream();
    }
}
