/**
 * What the Jakarta REST resources share: the envelope of a resource, ids and preconditions as parameters, the reader of
 * JSON bodies, and the mappers that turn exceptions into answers.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.http", "platform.error", "platform.json", "platform.storage"})
package com.xpkit.sociallink.platform.rest;

import com.xpkit.sociallink.Layer;
