package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.h2.H2Address;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The supported databases, and what differs between them. */
public enum DatabaseProduct {
    H2(
            H2Address.PREFIX,
            "",
            "CHARACTER LARGE OBJECT",
            "",
            "length(FUNCTION('regexp_substr', %s, %s)) > 0",
            "length(%s)"),
    /**
     * {@code textregexeq} is the function of the operator {@code ~}; {@code regexp_like} only exists since release 15.
     */
    POSTGRESQL(
            "jdbc:postgresql:",
            "COLLATE \"C\"",
            "TEXT",
            "",
            "FUNCTION('int4', FUNCTION('textregexeq', %s, %s)) > 0",
            "FUNCTION('octet_length', %s)"),
    /**
     * Compares everything byte by byte, including trailing blanks. The tables set their own engine and character set,
     * because the server's defaults may be neither transactional nor Unicode.
     *
     * <p>Patterns are matched against bytes: matching text, releases before 10.6.17 treat every character beyond U+FFFF
     * as {@code ?} (MDEV-11777).
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
     * @param exact how a column compares byte by byte: OpenIDs may differ only by case
     * @param text the type of a column for text of any length
     * @param table what comes after the columns of a table
     * @param matching JPQL that is true when a text matches a regular expression, with a place for each. It compares
     *     numbers: EclipseLink turns the literal {@code true} into 1, which H2 and PostgreSQL refuse
     * @param size JPQL for the size of a text, with a place for it. PostgreSQL would unpack a text to count its
     *     characters, but knows its bytes; H2 has counted the characters
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

    /** The values of the placeholders in the migrations. */
    public Map<String, String> placeholders() {
        return Map.of(
                "exact",
                exact,
                "uuid",
                "UUID",
                "text",
                text,
                "table",
                table,
                "where_unionid",
                onlyPresent("unionid"),
                "where_first_unionid",
                onlyPresent("first_unionid"));
    }

    /** What comes after the columns of an index, so that it leaves out the rows in which a column is null. */
    private String onlyPresent(String column) {
        return this == POSTGRESQL ? "WHERE " + column + " IS NOT NULL" : "";
    }

    /** JPQL that is true when any part of the text matches the pattern; unknown for null. */
    String matching(String text, String pattern) {
        return matching.formatted(text, pattern);
    }

    /** JPQL for the approximate size of the text in bytes. */
    String size(String text) {
        return size.formatted(text);
    }

    /** The same in SQL. */
    String sizeInSql(String text) {
        return (this == H2 ? "length(" : "octet_length(") + text + ")";
    }

    /**
     * SQL that lifts the time limits of a connection's session, as far as the database has any. PostgreSQL refuses the name
     * of a limit that its release does not know. MariaDB cuts values that are too long, unless it is strict.
     */
    Optional<String> forLongTransactions() {
        return switch (this) {
            case H2 -> Optional.empty();
            case POSTGRESQL ->
                    Optional.of(
                            "SELECT set_config(name, '0', false) FROM pg_settings WHERE name IN"
                                    + " ('statement_timeout', 'lock_timeout', 'transaction_timeout',"
                                    + " 'idle_in_transaction_session_timeout')");
            case MARIADB ->
                    Optional.of(
                            "SET SESSION max_statement_time = 0, idle_transaction_timeout = 0,"
                                    + " idle_write_transaction_timeout = 0,"
                                    + " idle_readonly_transaction_timeout = 0, wait_timeout = 86400,"
                                    + " net_read_timeout = 86400, net_write_timeout = 86400,"
                                    + " sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')");
        };
    }
}
