/**
 * Sealed text: encrypted, authenticated, bound to one purpose, readable with any of the keys that
 * {@code sociallink.secret-key} lists, so that keys can be rotated. Flows, access tokens, app secrets,
 * webhook secrets and webhook addresses travel and rest in it.
 *
 * <p>Knows {@code settings} and {@code storage} (where an H2 service keeps its own key); knows no feature.
 */
package com.xpkit.sociallink.sealing;
