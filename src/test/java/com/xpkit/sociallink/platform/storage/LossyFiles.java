package com.xpkit.sociallink.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 on a disk that loses power: {@code lossy:memFS:/name} is the file {@code memFS:/name} as the kernel
 * sees it, and {@link #disk()} makes copies of it as the disk might have them. H2 makes instances by reflection.
 */
public final class LossyFiles extends FilePathWrapper {

    private static final LossyDisk DISK = new LossyDisk();

    static void register() {
        FilePath.register(new LossyFiles());
    }

    /** All files of this kind are on one disk. */
    static LossyDisk disk() {
        return DISK;
    }

    @Override
    public String getScheme() {
        return "lossy";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new LossyChannel(super.open(mode), DISK);
    }
}
