/**
 * Who the visitors are. A profile is a JSON document in tables: the members with a meaning are columns, the
 * values by which it is found (OpenID, email, …) are keys, each unique in its account, and all others are one
 * text with an index of its values. {@link com.xpkit.sociallink.profile.ProfileLinking} is where a visitor
 * becomes a profile, {@link com.xpkit.sociallink.profile.ProfileWriting} where a written document does; the
 * unique key in the database, not our code, makes one visitor one profile.
 *
 * <p>Knows {@code api}, {@code listing.member} (how values stand in an index), {@code quota}, {@code settings}, {@code
 * storage} and {@code profile.duplicate}; no other feature.
 * Around it: {@code profile.keeping} (the API), {@code profile.query} (lists), {@code profile.merge}.
 */
package com.xpkit.sociallink.profile;
