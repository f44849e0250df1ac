/**
 * Where a visitor may be sent: an {@code application_uri} as it is read, the query that it comes in, and the domains that
 * allow it.
 *
 * <p>An {@code application_uri} comes from anybody's link, and the visitor is sent to it with a {@code profile_id}. So it is
 * only accepted when a browser cannot read it in another way than we do (docs/adr/0003), and it is judged by its whole origin:
 * scheme, host and port.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.address;

import com.xpkit.sociallink.Layer;
