/**
 * Profiles in the API: create, read, replace, change, and find or create.
 */
@Layer(
        value = Layer.Kind.FEATURE,
        knows = {"profile", "profile.list", "profile.privacy"})
package com.xpkit.sociallink.profile.edit;

import com.xpkit.sociallink.Layer;
