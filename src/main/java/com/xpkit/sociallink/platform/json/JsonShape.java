package com.xpkit.sociallink.platform.json;

/**
 * The shape of a JSON text, found without a parser: parsers recurse, some have no limit of their own, and all create an
 * object for each value. Exact for valid JSON.
 */
public final class JsonShape {

    private int depth;
    private int maxDepth;
    private int values;
    private int end;
    private boolean isInString;
    private boolean isJustOpened;

    private JsonShape() {}

    public static JsonShape of(String text) {
        var shape = new JsonShape();
        while (shape.end < text.length() && !shape.isClosed()) {
            shape.take(text.charAt(shape.end));
            shape.end++;
        }
        // the last character may be an escape
        shape.end = Math.min(shape.end, text.length());
        return shape;
    }

    private boolean isClosed() {
        return maxDepth > 0 && depth == 0;
    }

    private void take(char c) {
        if (isInString) {
            end += c == '\\' ? 1 : 0;
            isInString = c != '"';
        } else if (c > ' ') {
            takeToken(c);
        }
    }

    private void takeToken(char c) {
        var isClosing = c == '}' || c == ']';
        values += c == ',' || isJustOpened && !isClosing ? 1 : 0;
        isJustOpened = c == '{' || c == '[';
        isInString = c == '"';
        depth += isJustOpened ? 1 : isClosing ? -1 : 0;
        maxDepth = Math.max(maxDepth, depth);
    }

    /** The depth to which objects and arrays are nested. */
    public int depth() {
        return maxDepth;
    }

    /** The number of members and elements in all objects and arrays together. */
    public int values() {
        return values;
    }

    /** Where the outermost object or array ends; the end of the text when it is not closed. */
    public int end() {
        return end;
    }
}
