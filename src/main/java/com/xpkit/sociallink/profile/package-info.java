/**
 * Who the visitors are. A profile is a row with its keys: the values (OpenID, email, …) by which it is
 * found, each of them unique in its account. {@link com.xpkit.sociallink.profile.ProfileLinking} is where a
 * visitor becomes a profile; the unique key in the database, not our code, makes one visitor one profile.
 *
 * <p>Knows {@code api}, {@code listing}, {@code storage}; no other feature.
 */
package com.xpkit.sociallink.profile;
