package com.xpkit.sociallink.platform.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 whose database files survive a power failure: H2 itself leaves its writes to the kernel. Every write
 * is on the disk before H2 goes on, and so is every new name of a file. {@code forced:./data/link} is the file {@code
 * ./data/link}, with the same contents as without the prefix (docs/h2.md).
 *
 * <p>H2 makes instances by reflection.
 */
public final class ForcedFiles extends FilePathWrapper {

    public static final String SCHEME = "forced";

    private static final String DATABASE_FILE = ".mv.db";

    /** Makes H2 know the scheme; done twice, it does no harm. */
    public static void register() {
        FilePath.register(new ForcedFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    /** Temporary files need not survive. The copy that a compaction writes is forced before it gets its name. */
    @Override
    public FileChannel open(String mode) throws IOException {
        if (mode.equals("r") || !name.endsWith(DATABASE_FILE)) {
            return super.open(mode);
        }
        var isNew = !exists();
        var channel = super.open(mode);
        if (isNew) {
            forceName();
        }
        return new ForcedChannel(channel);
    }

    @Override
    public void createDirectory() {
        super.createDirectory();
        forceName();
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        forceContents();
        super.moveTo(newName, atomicReplace);
        forceName();
    }

    private void forceContents() {
        try (var channel = super.open("rw")) {
            channel.force(true);
        } catch (IOException failed) {
            throw new IllegalStateException("A file could not be forced to the disk", failed);
        }
    }

    private void forceName() {
        var directory = Path.of(getBase().toString()).toAbsolutePath().getParent();
        if (directory != null) {
            FileNames.force(directory);
        }
    }
}
