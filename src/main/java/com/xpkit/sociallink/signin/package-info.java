/**
 * Getting in: the token endpoint (OAuth 2 client credentials, RFC 6749), the bearer tokens it gives out, and the filter that
 * turns one into an {@link com.xpkit.sociallink.kernel.Actor}. Resources ask for a scope with {@link
 * com.xpkit.sociallink.kernel.RequiresScope} and never see a token.
 */
@Layer(
        value = Layer.Kind.BRIDGE,
        knows = {"signin.limit", "account"})
package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.Layer;
