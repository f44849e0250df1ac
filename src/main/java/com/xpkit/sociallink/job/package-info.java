/**
 * Jobs: work that outlives its request, done step by step, each step once, on any number of nodes. A step
 * and the row that says so are written together, so what a killed node leaves behind is either done or
 * not. The database is the queue: a node takes a job with a lease and goes on where the last one stopped.
 *
 * <p>Accounts take turns: one that leaves much to do waits for itself alone.
 *
 * <p>Knows {@code work}, {@code api}, {@code listing}, {@code metrics}, {@code quota}, {@code sealing}, {@code storage}, {@code settings}; nobody knows it:
 * features leave their work with {@link com.xpkit.sociallink.work.WorkQueue}.
 */
package com.xpkit.sociallink.job;
