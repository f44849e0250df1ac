package com.xpkit.sociallink.platform.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file on a {@link LossyDisk}. */
final class LossyChannel extends FileBase {

    private final FileChannel file;
    private final LossyDisk disk;

    LossyChannel(FileChannel file, LossyDisk disk) {
        this.file = file;
        this.disk = disk;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return disk.write(file, source, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        var written = write(source, position());
        position(position() + written);
        return written;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.force(file);
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
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
