/**
 * What comes before any resource: the gate that only lets known paths through, headers, CORS, bodies with a limit and a time,
 * and the shape of an error.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.settings", "platform.error", "platform.json"})
package com.xpkit.sociallink.platform.http;

import com.xpkit.sociallink.Layer;
