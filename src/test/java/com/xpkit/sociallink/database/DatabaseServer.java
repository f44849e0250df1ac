package com.xpkit.sociallink.database;

/** Where tests make databases. */
public interface DatabaseServer extends AutoCloseable {

    /** A new, empty database, and a user who may do anything in it and nothing elsewhere. */
    Database make(String name);

    @Override
    void close();
}
