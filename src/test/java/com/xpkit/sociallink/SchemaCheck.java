package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whether a value matches a schema, as far as the document's schemas need it. */
final class SchemaCheck {

    /** The keywords of the OpenAPI 3.0 schemas here; anything else is a typing mistake, such as a stray comma. */
    static final List<String> KEYWORDS =
            List.of(
                    "additionalProperties",
                    "allOf",
                    "default",
                    "description",
                    "enum",
                    "format",
                    "items",
                    "maxItems",
                    "maxLength",
                    "maximum",
                    "minItems",
                    "minLength",
                    "minimum",
                    "nullable",
                    "pattern",
                    "properties",
                    "required",
                    "type");

    private static final Map<String, Class<?>> TYPES =
            Map.of(
                    "object", Map.class,
                    "array", List.class,
                    "string", String.class,
                    "integer", Integer.class,
                    "boolean", Boolean.class);

    private final OpenApiDocument document;

    SchemaCheck(OpenApiDocument document) {
        this.document = document;
    }

    void check(String where, Object value, Map<String, Object> schema) {
        if (value == null) {
            assertThat(schema.getOrDefault("nullable", !schema.containsKey("type")))
                    .as(where + " may be null")
                    .isEqualTo(true);
            return;
        }
        if (schema.get("type") instanceof String type) {
            assertThat(value).as(where).isInstanceOf(TYPES.get(type));
        }
        if (schema.get("enum") instanceof List<?> allowed) {
            assertThat(allowed.contains(value)).as("%s: %s", where, value).isTrue();
        }
        if (value instanceof List<?> elements && schema.containsKey("items")) {
            var items = document.schema(schema.get("items"));
            elements.forEach(element -> check(where + "[]", element, items));
        } else if (value instanceof Map<?, ?>) {
            checkMembers(where, document.map(value), schema);
        } else if (value instanceof String text) {
            checkFormat(where, text, String.valueOf(schema.get("format")));
        }
    }

    private void checkMembers(
            String where, Map<String, Object> members, Map<String, Object> schema) {
        assertThat(members.keySet().stream().map(Object.class::cast).toList())
                .as(where)
                .containsAll(OpenApiDocument.list(schema.get("required")));
        var properties = document.map(schema.get("properties"));
        members.forEach(
                (name, value) -> {
                    if (properties.containsKey(name)) {
                        check(where + "." + name, value, document.schema(properties.get(name)));
                    } else {
                        checkOther(where + "." + name, value, schema);
                    }
                });
    }

    /** A member that is not in the properties. */
    private void checkOther(String where, Object value, Map<String, Object> schema) {
        var others = schema.getOrDefault("additionalProperties", !schema.containsKey("properties"));
        if (others instanceof Boolean allowed) {
            assertThat(allowed).as(where + " is known").isTrue();
        } else {
            check(where, value, document.schema(others));
        }
    }

    private static void checkFormat(String where, String text, String format) {
        switch (format) {
            case "uuid" -> assertThat(UUID.fromString(text)).as(where).hasToString(text);
            case "date-time" -> assertThat(OffsetDateTime.parse(text)).as(where).isNotNull();
            default -> {}
        }
    }
}
