/**
 * Socialauth configurations: allowed domains, verification files.
 *
 * <p>An {@code application_uri} comes from anybody's link, and the visitor is sent to it with a
 * {@code profile_id}. It is therefore accepted only when a browser cannot read it in another way
 * than we do (docs/adr/0003), and judged by its whole origin: scheme, host and port.
 */
package com.xpkit.sociallink.configuration;
