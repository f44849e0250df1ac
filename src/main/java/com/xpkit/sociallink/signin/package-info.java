/**
 * Signing in: the token endpoint (OAuth 2 client credentials, RFC 6749), the bearer tokens that it issues, and the
 * filter that turns a token into an {@link com.xpkit.sociallink.kernel.Actor}. Resources require a scope with {@link
 * com.xpkit.sociallink.kernel.RequiresScope} and never see a token.
 */
@Layer(
        value = Layer.Kind.BRIDGE,
        knows = {"signin.limit", "account"})
package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.Layer;
