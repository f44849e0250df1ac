package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;

/** The parameters of a query or a form, decoded, in their order. */
record Parameters(List<Parameter> all) {

    record Parameter(String name, String value) {}

    /** The parameters of a raw query or form; none if it is null or blank. */
    static Parameters of(String raw) {
        return raw == null
                ? new Parameters(List.of())
                : new Parameters(
                        Arrays.stream(raw.split("&"))
                                .filter(pair -> !pair.isEmpty())
                                .map(Parameters::parameter)
                                .toList());
    }

    /** The first value, empty when there is none. */
    String first(String name) {
        return all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    List<String> names() {
        return all.stream().map(Parameter::name).toList();
    }

    private static Parameter parameter(String pair) {
        String[] parts = pair.split("=", 2);
        return new Parameter(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
