package com.xpkit.sociallink.job;

/** A job was added. Observers get the event after its transaction has succeeded. */
public record JobAdded() {}
