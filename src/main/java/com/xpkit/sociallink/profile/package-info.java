/**
 * Who the visitors are. A profile is a JSON document in tables: the members with a meaning are columns; the values by which it
 * is found (OpenID, email, …) are keys, each unique in its account; all others are one text with an index of its values. In
 * {@link com.xpkit.sociallink.profile.ProfileLinking} a visitor becomes a profile, in {@link
 * com.xpkit.sociallink.profile.ProfileWriting} a written document does. The unique key in the database, not our code, makes one
 * visitor one profile.
 *
 * <p>Around it: {@code edit} (the API), {@code list}, {@code bulk}, {@code privacy}, {@code merge} and {@code duplicate}.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "profile.duplicate")
package com.xpkit.sociallink.profile;

import com.xpkit.sociallink.Layer;
