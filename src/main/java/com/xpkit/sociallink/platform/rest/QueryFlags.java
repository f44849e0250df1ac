package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.platform.error.InvalidFields;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Query parameters of paths that accept none, or a single switch: others are named and refused. */
public final class QueryFlags {

    private QueryFlags() {}

    /**
     * @throws InvalidFields naming each parameter
     */
    public static void none(UriInfo uri) {
        only(uri, "");
    }

    /** Whether the switch is {@code true}; it may also be missing, empty or {@code false}. */
    public static boolean only(UriInfo uri, String name) {
        var parameters = uri.getQueryParameters();
        var faults = new TreeMap<String, String>();
        parameters.keySet().stream()
                .filter(key -> !key.equals(name) || name.isEmpty())
                .forEach(key -> faults.put(key, "is unknown"));
        var values = parameters.getOrDefault(name, List.of(""));
        if (values.size() > 1 || !List.of("", "true", "false").contains(values.get(0))) {
            faults.putIfAbsent(name, "must be true or false");
        }
        if (!faults.isEmpty()) {
            throw new InvalidFields(Map.copyOf(faults));
        }
        return values.contains("true");
    }
}
