/**
 * Where a visitor may be sent: an {@code application_uri} as it is read, the query that it comes in, and
 * the domains that allow it.
 *
 * <p>An {@code application_uri} comes from anybody's link, and the visitor is sent to it with a
 * {@code profile_id}. It is therefore accepted only when a browser cannot read it in another way
 * than we do (docs/adr/0003), and judged by its whole origin: scheme, host and port.
 *
 * <p>Knows nobody; {@code configuration} and {@code linking} know it, and {@code settings} and {@code job.webhook} for its rule about
 * hosts that end in a number.
 */
package com.xpkit.sociallink.address;
