/**
 * Many profiles at once, as a job.
 */
@Layer(
        value = Layer.Kind.FEATURE,
        knows = {"profile", "profile.edit"})
package com.xpkit.sociallink.profile.bulk;

import com.xpkit.sociallink.Layer;
