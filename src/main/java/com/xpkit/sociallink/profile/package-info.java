/**
 * The visitors. A profile is a JSON document stored in tables: the members with a meaning are columns; the values by
 * which it is found (OpenID, email, …) are keys, each unique in its account; all others are one text with an index of
 * its values. {@link com.xpkit.sociallink.profile.ProfileLinking} turns a visitor into a profile, and {@link
 * com.xpkit.sociallink.profile.ProfileWriting} writes a document that a caller sent. The unique key in the database,
 * not our code, guarantees one profile for each visitor.
 *
 * <p>The parts: {@code edit} (the API), {@code list}, {@code bulk}, {@code privacy}, {@code merge} and {@code
 * duplicate}.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "profile.duplicate")
package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.Layer;
