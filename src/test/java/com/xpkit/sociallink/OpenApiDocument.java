package com.xpkit.sociallink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** META-INF/openapi.yaml as plain maps and lists, its references followed. */
public final class OpenApiDocument {

    private static final List<String> METHODS =
            List.of("get", "head", "post", "put", "patch", "delete");

    private final Map<String, Object> root;

    private OpenApiDocument(Map<String, Object> root) {
        this.root = root;
    }

    public static OpenApiDocument read() throws IOException {
        try (var file = OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new OpenApiDocument(new Yaml().load(file));
        }
    }

    /** Operations by their method and path, such as {@code GET /api/app/{id}}, without a last slash. */
    public Map<String, Map<String, Object>> operations() {
        var operations = new TreeMap<String, Map<String, Object>>();
        map(root.get("paths"))
                .forEach(
                        (path, item) ->
                                METHODS.stream()
                                        .filter(map(item)::containsKey)
                                        .forEach(
                                                method ->
                                                        operations.put(
                                                                name(method, path),
                                                                map(map(item).get(method)))));
        return operations;
    }

    private static String name(String method, String path) {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path.replaceFirst("/$", "");
    }

    /**
     * The names of an operation's parameters, those of its path included.
     *
     * @param in where they are: {@code query}, {@code path} or {@code header}
     */
    List<String> parameters(String operation, String in) {
        var path = operation.substring(operation.indexOf(' ') + 1);
        var paths = map(root.get("paths"));
        var item = map(paths.getOrDefault(path + "/", paths.get(path)));
        return Stream.of(item, operations().get(operation))
                .flatMap(holder -> list(holder.get("parameters")).stream())
                .map(this::map)
                .filter(parameter -> in.equals(parameter.get("in")))
                .map(parameter -> (String) parameter.get("name"))
                .toList();
    }

    /** The statuses that an operation answers with. */
    Set<String> statuses(String operation) {
        return map(operations().get(operation).get("responses")).keySet();
    }

    /** An operation's answers by its name and their status. */
    Map<String, Object> answers(String operation) {
        var answers = new LinkedHashMap<String, Object>();
        map(operations().get(operation).get("responses"))
                .forEach((status, answer) -> answers.put(operation + " " + status, answer));
        return answers;
    }

    /** The names of an answer's headers. */
    Set<String> headers(Object answer) {
        return map(map(answer).get("headers")).keySet();
    }

    /** Everything that is referred to. */
    Set<String> references() {
        var references = new TreeSet<String>();
        addReferences(references, root);
        return references;
    }

    private static void addReferences(Set<String> references, Object value) {
        if (value instanceof Map<?, ?> map) {
            Stream.ofNullable(map.get("$ref")).map(String::valueOf).forEach(references::add);
            map.values().forEach(member -> addReferences(references, member));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> addReferences(references, element));
        }
    }

    /** The value at a path of names, such as {@code info, description}. */
    Object at(String... names) {
        Object value = root;
        for (var name : names) {
            value = map(value).get(name);
        }
        return value;
    }

    /** The bodies of an operation: its request's and those of its answers. */
    public List<Body> bodies(String operation) {
        var bodies = new ArrayList<Body>();
        addBodies(
                bodies,
                operation + " request",
                map(operations().get(operation)).get("requestBody"));
        answers(operation).forEach((name, answer) -> addBodies(bodies, name, answer));
        map(operations().get(operation).get("callbacks"))
                .forEach((name, callback) -> addCallback(bodies, operation + " " + name, callback));
        return bodies;
    }

    private void addCallback(List<Body> bodies, String name, Object callback) {
        map(callback).values().stream()
                .flatMap(item -> map(item).values().stream())
                .forEach(call -> addBodies(bodies, name, map(call).get("requestBody")));
    }

    private void addBodies(List<Body> bodies, String name, Object holder) {
        map(map(holder).get("content"))
                .forEach(
                        (media, body) ->
                                bodies.add(
                                        new Body(
                                                name + " " + media,
                                                media,
                                                schema(map(body).get("schema")),
                                                examples(map(body)))));
    }

    private List<Object> examples(Map<String, Object> body) {
        return Stream.concat(
                        Stream.ofNullable(body.get("example")),
                        map(body.get("examples")).values().stream()
                                .map(example -> map(example).get("value")))
                .toList();
    }

    /** A schema together with what its {@code allOf} adds. */
    Map<String, Object> schema(Object schema) {
        var whole = new LinkedHashMap<String, Object>();
        list(map(schema).get("allOf")).forEach(part -> whole.putAll(schema(part)));
        whole.putAll(map(schema));
        return whole;
    }

    /** An object, the one that it refers to, or an empty one. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map(Object value) {
        if (value == null) {
            return Map.of();
        }
        var map = (Map<String, Object>) value;
        return map.get("$ref") instanceof String reference
                ? map(at(reference.substring(2).split("/")))
                : map;
    }

    static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    /**
     * A request's or an answer's body.
     *
     * @param name where it is, for a failure's message
     */
    public record Body(
            String name, String media, Map<String, Object> schema, List<Object> examples) {

        public boolean isJson() {
            return media.endsWith("json");
        }
    }
}
