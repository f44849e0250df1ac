package com.xpkit.sociallink.platform.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The names of files, which are in their directories: forcing a file to the disk does not force its name. */
public final class FileNames {

    private FileNames() {}

    /** Forces the names in a directory to the disk, where the system can do that. */
    public static void force(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notOfThisSystem) {
            // Windows cannot open a directory, and NTFS keeps its names in a journal
        }
    }
}
