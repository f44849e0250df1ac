package com.xpkit.sociallink.fuzz;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** JSON by its grammar, RFC 8259, and JSON that breaks one of its rules. */
public final class JsonTexts {

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "-0",
                    "2147483648",
                    "4294967296",
                    "9223372036854775808",
                    "1.10",
                    "0.1",
                    "1e3",
                    "1E+400",
                    "-1e-400",
                    "1e1000000",
                    "1e1000001",
                    "1e-1000001",
                    "1e2147483647",
                    "1e-2147483648",
                    "1e99999999999",
                    "0e999999999",
                    "123456789012345678901234567890.5",
                    "9".repeat(999),
                    "9".repeat(1_200),
                    "0." + "0".repeat(1_000) + "1");

    private static final List<String> NO_NUMBERS =
            List.of("01", "1.", ".5", "+1", "0x10", "NaN", "Infinity", "-", "1e", "1_000", "١");

    private static final List<String> WORDS = List.of("null", "true", "false");
    private static final List<String> NO_WORDS = List.of("nul", "True", "undefined", "tru e");
    private static final int[] DEPTHS = {1, 2, 10, 98, 99, 100, 101, 1_000, 5_000};
    private static final int[] WIDTHS = {1, 10, 100, 999, 1_000, 1_001, 3_000};

    private JsonTexts() {}

    /** Any number, including those that few parsers read. */
    public static String number(Choices choices) {
        return choices.of(NUMBERS);
    }

    /** Any value, well-formed except for some that are cut off. */
    public static String value(Choices choices) {
        return value(choices, 4);
    }

    private static String value(Choices choices, int depth) {
        return switch (choices.below(depth == 0 ? 5 : 9)) {
            case 0 -> choices.of(WORDS);
            case 1 -> number(choices);
            case 2, 3 -> quoted(choices, Texts.any(choices));
            case 4 -> choices.once(20) ? quoted(choices, Texts.longOne(choices)) : "\"\"";
            case 5 -> list(choices, nested -> value(nested, depth - 1));
            case 6, 7 -> object(choices, depth);
            default -> choices.once(8) ? extreme(choices) : "[]";
        };
    }

    private static String object(Choices choices, int depth) {
        var members = new StringJoiner(",", "{", "}");
        for (int i = choices.below(4); i > 0; i--) {
            members.add(quoted(choices, Texts.any(choices)) + ":" + value(choices, depth - 1));
        }
        return members.toString();
    }

    /** An array of up to three elements. */
    public static String list(Choices choices, Function<Choices, String> element) {
        var elements = new StringJoiner(",", "[", "]");
        for (int i = choices.below(4); i > 0; i--) {
            elements.add(element.apply(choices));
        }
        return elements.toString();
    }

    /** Deep or wide, about as much as limits allow. */
    private static String extreme(Choices choices) {
        var depth = DEPTHS[choices.below(DEPTHS.length)];
        var width = WIDTHS[choices.below(WIDTHS.length)];
        return switch (choices.below(5)) {
            case 0 -> "[".repeat(depth) + "]".repeat(depth);
            case 1 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            case 2 -> "[" + "0,".repeat(width) + "0]";
            case 3 -> numbered(width);
            default -> "[".repeat(depth);
        };
    }

    private static String numbered(int width) {
        var members = new StringJoiner(",", "{", "}");
        for (int i = 0; i < width; i++) {
            members.add("\"m" + i + "\":" + i);
        }
        return members.toString();
    }

    /** A string in one of the spellings that JSON has for it. */
    public static String quoted(Choices choices, String text) {
        var escapesAll = choices.once(6);
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(character((char) c, escapesAll)));
        return json.append('"').toString();
    }

    private static String character(char c, boolean escapesAll) {
        if (escapesAll || c < ' ' || c >= '\ud800' && c <= '\udfff') {
            return "\\u%04x".formatted((int) c);
        }
        return c == '"' || c == '\\' ? "\\" + c : String.valueOf(c);
    }

    /**
     * An object of members that a contract names, and some that it does not.
     *
     * @param members each with a generator of its value
     */
    public static String document(Choices choices, List<Member> members) {
        var json = new StringJoiner(choices.once(20) ? " ,\n" : ",", "{", "}");
        for (var member : members) {
            if (member.isNeeded() ? !choices.once(20) : choices.once(3)) {
                json.add(quoted(choices, member.name()) + ":" + held(choices, member));
            }
        }
        for (int i = choices.once(3) ? choices.between(1, 3) : 0; i > 0; i--) {
            json.add(quoted(choices, strangeName(choices, members)) + ":" + value(choices));
        }
        return choices.once(8) ? broken(choices, json.toString()) : json.toString();
    }

    /** The right value, or once in a while something else. */
    private static String held(Choices choices, Member member) {
        return choices.once(8) ? value(choices) : member.good().apply(choices);
    }

    private static String strangeName(Choices choices, List<Member> members) {
        return switch (choices.below(6)) {
            case 0, 1 -> choices.of("first_name", "language", "points", "a.b", "");
            case 2 -> choices.of("x__a", "_xpkit_a", "__proto__", "constructor", "created", "$ref");
            case 3 -> choices.of("account_id", "resource_id", "last_modified", "version", "id");
            case 4 -> members.isEmpty() ? "a" : choices.of(members).name();
            default -> choices.once(6) ? Texts.longOne(choices) : Texts.any(choices);
        };
    }

    /** Not JSON any more, in most cases. */
    public static String broken(Choices choices, String json) {
        return switch (choices.below(8)) {
            case 0 -> Texts.tampered(choices, json);
            case 1 -> json + choices.of("}", "{}", "\u0000", ",", "//", "x");
            case 2 -> json.replaceFirst(":[^,}]*", ":" + choices.of(NO_NUMBERS));
            case 3 -> json.replaceFirst(":[^,}]*", ":" + choices.of(NO_WORDS));
            case 4 -> json.replace('"', '\'');
            case 5 -> "\ufeff".repeat(choices.between(1, 2)) + json;
            case 6 -> choices.of("", " ", "null", "[]", "7", "\"x\"", "[{}]", "{", "<a/>");
            default -> json.substring(0, choices.below(json.length() + 1));
        };
    }

    /**
     * A member that a contract names.
     *
     * @param good generates the right value
     */
    public record Member(String name, boolean isNeeded, Function<Choices, String> good) {

        public static Member needed(String name, Function<Choices, String> good) {
            return new Member(name, true, good);
        }

        public static Member optional(String name, Function<Choices, String> good) {
            return new Member(name, false, good);
        }
    }
}
