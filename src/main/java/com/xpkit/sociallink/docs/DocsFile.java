package com.xpkit.sociallink.docs;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file of the documentation page.
 *
 * @param type its media type
 * @param tag the value of its ETag, a hash of the contents
 */
record DocsFile(String type, String tag, byte[] contents) {

    private static final String PAGE = "index.html";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=UTF-8",
                    "js", "text/javascript;charset=UTF-8",
                    "css", "text/css;charset=UTF-8",
                    "txt", "text/plain;charset=UTF-8",
                    "svg", "image/svg+xml",
                    "png", "image/png");

    /**
     * All files by name. Nothing else of the class path can be requested.
     *
     * @throws IOException when one is missing, because the build has not unpacked the WebJar
     */
    static Map<String, DocsFile> all() throws IOException {
        var files = new TreeMap<String, DocsFile>();
        for (var name : names().toList()) {
            files.put(name, read(name));
        }
        return files;
    }

    private static Stream<String> names() {
        return Stream.of(
                PAGE,
                "docs.js",
                "docs.css",
                "arrow.svg",
                "arrow-right.svg",
                "copy.svg",
                "tick.svg",
                "favicon-32x32.png",
                "swagger-ui.css",
                "swagger-ui-bundle.js",
                "swagger-ui-bundle.js.LICENSE.txt");
    }

    /**
     * @param path the part of an address after {@code /api/docs}; null, empty or a slash is the page
     */
    static Optional<DocsFile> find(Map<String, DocsFile> files, String path) {
        var isPage = path == null || path.length() < 2;
        return Optional.ofNullable(files.get(isPage ? PAGE : path.substring(1)));
    }

    private static DocsFile read(String name) throws IOException {
        try (var stream = DocsFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing");
            }
            var contents = stream.readAllBytes();
            var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new DocsFile(type, tag(contents), contents);
        }
    }

    private static String tag(byte[] contents) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(contents);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
