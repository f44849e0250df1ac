package com.xpkit.sociallink.database;

/** Where tests make databases. */
public interface DatabaseServer extends AutoCloseable {

    /** A new, empty database, and a user who may do anything in it and nothing elsewhere. */
    Database make(String name);

    /** The same for a new user with this password, which is taken letter by letter and asked for. */
    Database make(String name, String user, String password);

    @Override
    void close();
}
