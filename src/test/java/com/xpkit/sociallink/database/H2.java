package com.xpkit.sociallink.database;

import java.nio.file.Path;

/** H2 as the service has it without any setting: in files. */
public final class H2 implements DatabaseServer {

    private final Path directory;

    public H2(Path directory) {
        this.directory = directory;
    }

    @Override
    public Database make(String name) {
        return new Database("jdbc:h2:file:" + directory.resolve(name));
    }

    /** Each database closes with its last connection. */
    @Override
    public void close() {}
}
