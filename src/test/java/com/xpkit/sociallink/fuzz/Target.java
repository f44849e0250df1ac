package com.xpkit.sociallink.fuzz;

/**
 * Existing resources that requests aim at.
 *
 * @param account its id; the others are ids of its resources
 * @param etag of the profile
 * @param pageToken of the list of profiles
 * @param domain that the configuration allows
 */
public record Target(
        String account,
        String profile,
        String otherProfile,
        String app,
        String configuration,
        String job,
        String etag,
        String pageToken,
        String domain) {}
