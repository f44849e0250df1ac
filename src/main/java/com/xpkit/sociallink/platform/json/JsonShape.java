package com.xpkit.sociallink.platform.json;

/**
 * What a JSON text is made of, seen without a parser: parsers recurse, some have no limit of their own, and
 * all make an object of each value. Exact for valid JSON.
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
        // an escape may be the last character
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

    /** How many objects and arrays stand in one another. */
    public int depth() {
        return maxDepth;
    }

    /** How many members and elements all objects and arrays have together. */
    public int values() {
        return values;
    }

    /** Where the outermost object or array has ended; the text's end when it does not. */
    public int end() {
        return end;
    }
}
