package com.xpkit.sociallink.database;

/** A server on which tests create databases. */
public interface DatabaseServer extends AutoCloseable {

    /** A new, empty database, and a user with all rights in it and none elsewhere. */
    Database make(String name);

    /** The same for a new user with this password, which is taken literally and required. */
    Database make(String name, String user, String password);

    @Override
    void close();
}
