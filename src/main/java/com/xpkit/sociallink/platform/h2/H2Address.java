package com.xpkit.sociallink.platform.h2;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;

/** A JDBC URL of H2. */
public record H2Address(String url) {

    /** What each begins with. */
    public static final String PREFIX = "jdbc:h2:";

    private static final String FILES = "^(file|nio|" + ForcedFiles.SCHEME + "):";

    /** A single letter is a drive of Windows. */
    private static final String ANY_SCHEME = "[A-Za-z]{2,}:.*";

    /** Whether only this process can use it: in a file or in memory. */
    public boolean isOwn() {
        return !rest().matches("(tcp|ssl):.*");
    }

    private String rest() {
        return url.substring(PREFIX.length());
    }

    /** The file, absolute and whether it exists or not; empty for a database that is in memory or elsewhere. */
    public Optional<Path> file() {
        if (!isOwn() || rest().startsWith("mem:")) {
            return Optional.empty();
        }
        var name = rest().replaceFirst(FILES, "").replaceFirst(";.*$", "");
        return Optional.of(Path.of(name.replaceFirst("^~", home()) + ".mv.db"))
                .map(Path::toAbsolutePath)
                .map(Path::normalize);
    }

    private static String home() {
        return Matcher.quoteReplacement(System.getProperty("user.home"));
    }

    /**
     * The same database with writes that are forced to the disk. A URL that names another file system of H2, such as
     * {@code nio:}, keeps it.
     */
    public String forced() {
        return in(ForcedFiles.SCHEME);
    }

    /** The same database for one that writes nothing. */
    public String unforced() {
        return in("nio");
    }

    private String in(String fileSystem) {
        var rest = rest().replaceFirst("^file:", "");
        return rest.matches(ANY_SCHEME) ? url : PREFIX + fileSystem + ":" + rest;
    }
}
