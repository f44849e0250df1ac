package com.xpkit.sociallink.platform.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The databases that the service runs on, and what they call differently. */
enum DatabaseProduct {
    H2(
            "jdbc:h2:",
            "",
            "CHARACTER LARGE OBJECT",
            "",
            "length(FUNCTION('regexp_substr', %s, %s)) > 0",
            "length(%s)"),
    /** {@code textregexeq} is what the operator {@code ~} calls; {@code regexp_like} came with release 15. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "COLLATE \"C\"",
            "TEXT",
            "",
            "FUNCTION('int4', FUNCTION('textregexeq', %s, %s)) > 0",
            "FUNCTION('octet_length', %s)"),
    /**
     * Everything compares byte by byte, a blank at the end too: the tables take neither the server's engine nor
     * its character set, which need be neither transactional nor Unicode.
     *
     * <p>It matches bytes: as text, releases before 10.6.17 take every character beyond U+FFFF for {@code ?}
     * (MDEV-11777).
     */
    MARIADB(
            "jdbc:mariadb:",
            "COLLATE utf8mb4_nopad_bin",
            "LONGTEXT",
            "ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
            "FUNCTION('regexp_instr', FUNCTION('binary', %s), FUNCTION('binary', %s)) > 0",
            "FUNCTION('octet_length', %s)");

    private final String prefix;
    private final String exact;
    private final String text;
    private final String table;
    private final String matching;
    private final String size;

    /**
     * @param prefix of its JDBC URLs
     * @param exact how a column compares byte by byte: OpenIDs differ by case alone
     * @param text the type of a column for text of any length
     * @param table what follows a table's columns
     * @param matching JPQL that holds when a text matches a regular expression; both are left open. It
     *     compares numbers: EclipseLink makes 1 of the literal {@code true}, which H2 and PostgreSQL refuse
     * @param size JPQL of the size of a text, which is left open: PostgreSQL unpacks a text to count its
     *     characters, and knows its bytes; H2 has counted the characters
     */
    DatabaseProduct(
            String prefix, String exact, String text, String table, String matching, String size) {
        this.prefix = prefix;
        this.exact = exact;
        this.text = text;
        this.table = table;
        this.matching = matching;
        this.size = size;
    }

    static Optional<DatabaseProduct> of(String url) {
        return Arrays.stream(values()).filter(product -> url.startsWith(product.prefix)).findAny();
    }

    static String prefixes() {
        return Arrays.stream(values())
                .map(DatabaseProduct::prefix)
                .collect(Collectors.joining(", "));
    }

    String prefix() {
        return prefix;
    }

    /** What the migrations leave open. */
    Map<String, String> placeholders() {
        return Map.of("exact", exact, "text", text, "table", table);
    }

    /** JPQL that holds when any part of the text matches the pattern; unknown for null. */
    String matching(String text, String pattern) {
        return matching.formatted(text, pattern);
    }

    /** JPQL of about how many bytes the text has. */
    String size(String text) {
        return size.formatted(text);
    }

    /** The same in SQL. */
    String sizeInSql(String text) {
        return (this == H2 ? "length(" : "octet_length(") + text + ")";
    }
}
