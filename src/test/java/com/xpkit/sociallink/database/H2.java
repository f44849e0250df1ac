package com.xpkit.sociallink.database;

import java.nio.file.Path;
import java.util.Map;

/** H2 as the service uses it by default: in files. */
public final class H2 implements DatabaseServer {

    private final Path directory;

    public H2(Path directory) {
        this.directory = directory;
    }

    @Override
    public Database make(String name) {
        return new Database(
                "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0;REUSE_SPACE=FALSE");
    }

    @Override
    public Database make(String name, String user, String password) {
        return new Database(make(name).url(), user, password, Map.of());
    }

    /** Each database closes with its last connection. */
    @Override
    public void close() {}
}
