/**
 * Getting in: the token endpoint (OAuth 2 client credentials, RFC 6749), the bearer tokens it gives out,
 * the filter that turns one into an {@link com.xpkit.sociallink.api.Actor}.
 *
 * <p>Knows {@code access}, {@code api}, {@code limit}, {@code sealing}, {@code settings}, and of {@code work} that
 * webhooks need keys; nobody knows it: resources ask for a scope with {@link
 * com.xpkit.sociallink.api.RequiresScope}.
 */
package com.xpkit.sociallink.token;
