package com.xpkit.sociallink.platform.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/**
 * A file of H2 whose writes are forced to the disk one after the other.
 *
 * <p>The end of each write is forced after the rest. H2 takes a chunk for whole when its first and its last bytes are
 * there, and has no checksum of what is between them: if the disk wrote them in another order when the power failed, the
 * file would be corrupt. The file's header is written in two copies at once; its second one is forced after the first.
 */
final class ForcedChannel extends FileBase {

    /** What a disk writes as a whole. The footer of a chunk has 128 bytes. */
    static final int SECTOR = 512;

    /** The size of a copy of the header, at the beginning of the file. */
    static final int HEADER = 4096;

    private final FileChannel file;

    ForcedChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        var length = source.remaining();
        var end = source.limit();
        var last = Math.min(length, position == 0 ? HEADER : SECTOR);
        if (length > last) {
            source.limit(end - last);
            writeAll(source, position);
            source.limit(end);
        }
        writeAll(source, position + length - last);
        return length;
    }

    private void writeAll(ByteBuffer source, long position) throws IOException {
        for (var next = position; source.hasRemaining(); ) {
            next += file.write(source, next);
        }
        file.force(false);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var written = write(source, file.position());
        file.position(file.position() + written);
        return written;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        file.force(true);
        return this;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
