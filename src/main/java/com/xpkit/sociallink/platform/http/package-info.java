/**
 * Everything that runs before a resource: the gate that only lets known requests through, headers, CORS, bodies with a
 * size and time limit, and the format of errors.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.settings", "platform.error", "platform.json"})
package com.xpkit.sociallink.platform.http;

import com.xpkit.sociallink.Layer;
