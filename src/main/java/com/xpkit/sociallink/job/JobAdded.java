package com.xpkit.sociallink.job;

/** There is something to do; told once its transaction has succeeded. */
public record JobAdded() {}
