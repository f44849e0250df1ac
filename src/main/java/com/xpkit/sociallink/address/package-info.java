/**
 * Where a visitor may be sent: reading an {@code application_uri}, the query that contains it, and the domains that
 * allow it.
 *
 * <p>Anybody can put any {@code application_uri} into a link, and the visitor is sent to it with a {@code profile_id}.
 * It is therefore only accepted if a browser cannot read it differently from us (docs/adr/0003), and it is checked by
 * its whole origin: scheme, host and port.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.address;

import com.xpkit.sociallink.Layer;
