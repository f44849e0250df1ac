package com.xpkit.sociallink.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an answer quotes of a request: enough to find the place, never a megabyte. */
public final class Shown {

    private static final int LONGEST = 100;
    private static final int MOST_FIELDS = 100;

    private Shown() {}

    /** The text, or its first 100 characters and an ellipsis. */
    public static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        // half of a surrogate pair is no text
        var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    /** Faulty fields with their names cut: the first hundred, then how many more there are. */
    static Map<String, String> fields(Map<String, String> fields) {
        var shown = new LinkedHashMap<String, String>();
        fields.entrySet().stream()
                .limit(MOST_FIELDS)
                .forEach(field -> shown.putIfAbsent(cut(field.getKey()), field.getValue()));
        if (fields.size() > MOST_FIELDS) {
            shown.put("…", "stands for " + (fields.size() - MOST_FIELDS) + " more");
        }
        return shown;
    }
}
