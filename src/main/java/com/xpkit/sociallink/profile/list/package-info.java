/**
 * Lists of profiles, and their fields: the members with a meaning, and any other member of a document through its index.
 */
@Layer(value = Layer.Kind.FEATURE, knows = "profile")
package com.xpkit.sociallink.profile.list;

import com.xpkit.sociallink.Layer;
