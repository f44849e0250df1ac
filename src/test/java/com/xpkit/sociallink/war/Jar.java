package com.xpkit.sociallink.war;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * A jar in the WAR.
 *
 * @param file its name without a path
 * @param bytes its size
 * @param entries the paths of its files
 */
record Jar(String file, long bytes, List<String> entries) {

    private static final String OTHER_JAVA = "META-INF/versions/[0-9]+/";

    static Jar read(String file, InputStream content) throws IOException {
        var bytes = content.readAllBytes();
        return new Jar(file, bytes.length, entries(new ByteArrayInputStream(bytes)));
    }

    static List<String> entries(InputStream archive) throws IOException {
        var entries = new ArrayList<String>();
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.add(entry.getName());
                }
            }
        }
        return entries;
    }

    /**
     * Their paths. Classes for later versions of Java have the path that they have there; module descriptors are left
     * out.
     */
    Stream<String> classes() {
        return entries.stream()
                .filter(entry -> entry.endsWith(".class"))
                .map(entry -> entry.replaceFirst("^" + OTHER_JAVA, ""))
                .filter(entry -> !entry.equals("module-info.class"))
                .distinct();
    }

    @Override
    public String toString() {
        return file;
    }
}
