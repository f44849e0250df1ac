/** JSON as the API reads and writes it: one provider, documents with limits, and forms that read members. */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.error")
package com.xpkit.sociallink.platform.json;

import com.xpkit.sociallink.Layer;
