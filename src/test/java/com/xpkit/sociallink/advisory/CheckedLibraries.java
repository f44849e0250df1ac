package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.util.List;

/** The jars that this build considers part of the WAR when it checks advisories. */
public final class CheckedLibraries {

    private CheckedLibraries() {}

    /** Names without a path. */
    public static List<String> files() throws IOException {
        return LibraryList.read(LibraryList.FILE).libraries().stream()
                .map(library -> library.jar().getFileName().toString())
                .toList();
    }
}
