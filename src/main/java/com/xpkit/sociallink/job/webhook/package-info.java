/**
 * Calls the addresses that clients name: never one that is not public (server-side request forgery), always
 * signed, always with an end.
 *
 * <p>Knows {@code address}, {@code api}, {@code outbound}, {@code settings}, {@code work}; known by {@code job} alone.
 */
package com.xpkit.sociallink.job.webhook;
