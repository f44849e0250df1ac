package com.xpkit.sociallink.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The visitors to choose from on the sheet, and the default visitor. */
final class Visitors {

    static final String COOKIE = "wechat_simulator_visitor";
    static final String NEW = "new";

    private final Map<String, Visitor> known = new LinkedHashMap<>();
    private final Letters letters;
    private Visitor current;

    Visitors(List<Visitor> people, Letters letters) {
        this.letters = letters;
        people.forEach(this::welcome);
        current = people.get(0);
    }

    static String cookie(Visitor visitor) {
        return COOKIE + "=" + visitor.key() + "; Path=/; HttpOnly; SameSite=Lax";
    }

    synchronized void welcome(Visitor visitor) {
        known.put(visitor.key(), visitor);
    }

    synchronized void current(Visitor visitor) {
        welcome(visitor);
        current = visitor;
    }

    synchronized List<Visitor> all() {
        return List.copyOf(known.values());
    }

    /** The visitor of this browser: the chosen one, otherwise the current one. */
    synchronized Visitor behind(Request request) {
        return request.cookie(COOKIE).flatMap(this::find).orElse(current);
    }

    /** The visitor chosen on the sheet; "new" is a different one each time. */
    synchronized Optional<Visitor> chosen(String key) {
        return key.equals(NEW) ? Optional.of(People.stranger(letters.hex(8))) : find(key);
    }

    private Optional<Visitor> find(String key) {
        return Optional.ofNullable(known.get(key))
                .or(
                        () ->
                                Optional.of(key)
                                        .filter(People::isStranger)
                                        .map(People::markOf)
                                        .map(People::stranger));
    }
}
