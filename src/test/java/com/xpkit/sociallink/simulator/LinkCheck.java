package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * WeChat's checks of an authorise link. WeChat's order is unknown; the order here is form, account, address, scope.
 */
final class LinkCheck {

    private static final int STATE_LIMIT = 128;

    private final OfficialAccounts accounts;
    private final boolean anyOrder;

    LinkCheck(OfficialAccounts accounts, boolean anyOrder) {
        this.accounts = accounts;
        this.anyOrder = anyOrder;
    }

    /** The link of a raw query; {@link ErrorPageShown} if WeChat would not continue. */
    AuthorizeLink read(String rawQuery) {
        Parameters query = Parameters.of(rawQuery);
        checkForm(query);
        OfficialAccount account =
                accounts.find(query.first("appid"))
                        .orElseThrow(() -> new ErrorPageShown(ErrorPage.UNKNOWN_APPID));
        String redirectUri = query.first("redirect_uri");
        check(isOfDomain(account, redirectUri), ErrorPage.WRONG_DOMAIN);
        Scope scope = scope(account, query.first("scope"));
        return new AuthorizeLink(account, redirectUri, scope, query.first("state"));
    }

    private void checkForm(Parameters query) {
        check(anyOrder || ParameterOrder.isKept(query.names()), ErrorPage.WRONG_ORDER);
        check(!query.first("appid").isEmpty(), ErrorPage.APPID_EMPTY);
        check(!query.first("redirect_uri").isEmpty(), ErrorPage.REDIRECT_URI_EMPTY);
        check(query.first("response_type").equals("code"), ErrorPage.WRONG_RESPONSE_TYPE);
        check(!query.first("scope").isEmpty(), ErrorPage.SCOPE_EMPTY);
        String state = query.first("state");
        check(!state.isEmpty(), ErrorPage.STATE_EMPTY);
        check(state.getBytes(UTF_8).length <= STATE_LIMIT, ErrorPage.STATE_TOO_LONG);
    }

    private static boolean isOfDomain(OfficialAccount account, String redirectUri) {
        try {
            return account.webDomain().accepts(new URI(redirectUri));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static Scope scope(OfficialAccount account, String wire) {
        return Scope.find(wire)
                .filter(scope -> scope == Scope.SNSAPI_BASE || account.consentPermission())
                .orElseThrow(() -> new ErrorPageShown(ErrorPage.NO_SCOPE_PERMISSION));
    }

    private static void check(boolean good, ErrorPage otherwise) {
        if (!good) {
            throw new ErrorPageShown(otherwise);
        }
    }
}
