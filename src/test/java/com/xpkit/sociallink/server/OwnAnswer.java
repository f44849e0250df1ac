package com.xpkit.sociallink.server;

/**
 * How a server answers an {@link Oddity} itself.
 *
 * @param type how its Content-Type begins; empty for an answer without a body
 */
public record OwnAnswer(int status, String type) {}
