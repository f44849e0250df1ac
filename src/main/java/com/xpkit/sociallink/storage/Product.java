package com.xpkit.sociallink.storage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The databases that the service runs on, and what they call differently. */
enum Product {
    H2("jdbc:h2:", "", "CHARACTER LARGE OBJECT", ""),
    POSTGRESQL("jdbc:postgresql:", "COLLATE \"C\"", "TEXT", ""),
    /**
     * Everything compares byte by byte, a blank at the end too: the tables take neither the server's engine nor
     * its character set, which need be neither transactional nor Unicode.
     */
    MARIADB(
            "jdbc:mariadb:",
            "COLLATE utf8mb4_nopad_bin",
            "LONGTEXT",
            "ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");

    private final String prefix;
    private final String exact;
    private final String text;
    private final String table;

    /**
     * @param prefix of its JDBC URLs
     * @param exact how a column compares byte by byte: OpenIDs differ by case alone
     * @param text the type of a column for text of any length
     * @param table what follows a table's columns
     */
    Product(String prefix, String exact, String text, String table) {
        this.prefix = prefix;
        this.exact = exact;
        this.text = text;
        this.table = table;
    }

    static Optional<Product> of(String url) {
        return Arrays.stream(values()).filter(product -> url.startsWith(product.prefix)).findAny();
    }

    static String prefixes() {
        return Arrays.stream(values()).map(Product::prefix).collect(Collectors.joining(", "));
    }

    String prefix() {
        return prefix;
    }

    /** What the migrations leave open. */
    Map<String, String> placeholders() {
        return Map.of("exact", exact, "text", text, "table", table);
    }
}
