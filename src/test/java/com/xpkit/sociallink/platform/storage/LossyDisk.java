package com.xpkit.sociallink.platform.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A disk with one file, which writes sectors that were not forced in any order, or not at all. It can be asked for the file
 * as it would be if the power failed now.
 */
final class LossyDisk {

    private static final int SECTOR = 512;

    /** What the disk may still have of each sector that was written since the last force. */
    private final Map<Long, byte[]> before = new HashMap<>();

    private final Random random = new Random(1);
    private long forcedSize;
    private Runnable afterWrite = () -> {};
    private FileChannel file;

    /** Called in the middle of each write, before it can be forced. */
    synchronized void afterEachWrite(Runnable action) {
        afterWrite = action;
    }

    /** The next file is a new one. */
    synchronized void clear() {
        before.clear();
        forcedSize = 0;
        afterWrite = () -> {};
    }

    synchronized int write(FileChannel file, ByteBuffer source, long position) throws IOException {
        this.file = file;
        var last = (position + source.remaining() - 1) / SECTOR;
        for (var sector = position / SECTOR; sector <= last; sector++) {
            if (!before.containsKey(sector)) {
                before.put(sector, read(sector));
            }
        }
        var written = file.write(source, position);
        afterWrite.run();
        return written;
    }

    private byte[] read(long sector) throws IOException {
        var bytes = ByteBuffer.allocate(SECTOR);
        var at = sector * SECTOR;
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) {
            // until the sector or the file ends
        }
        return bytes.array();
    }

    synchronized void force(FileChannel file) throws IOException {
        before.clear();
        forcedSize = file.size();
    }

    /** The file after a power failure at this moment: each sector that was not forced is the new or the old one. */
    synchronized byte[] afterPowerFailure() {
        try {
            var image = ByteBuffer.allocate((int) file.size());
            while (image.hasRemaining() && file.read(image, image.position()) > 0) {
                // until the end
            }
            // sometimes most of them have been written, so that a write looks whole
            var isAlmostDone = random.nextBoolean();
            before.forEach(
                    (sector, old) -> maybeLose(image.array(), sector, old, isAlmostDone ? 16 : 2));
            return isAlmostDone ? image.array() : cut(image.array());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void maybeLose(byte[] image, long sector, byte[] old, int oneIn) {
        var at = (int) sector * SECTOR;
        if (at < image.length && random.nextInt(oneIn) == 0) {
            System.arraycopy(old, 0, image, at, Math.min(SECTOR, image.length - at));
        }
    }

    /** A new size is written with any of the sectors. */
    private byte[] cut(byte[] image) {
        var unforced = image.length - forcedSize;
        if (unforced <= 0) {
            return image;
        }
        return Arrays.copyOf(
                image, (int) (forcedSize + random.nextLong(unforced / SECTOR + 1) * SECTOR));
    }
}
