package com.xpkit.sociallink.linking;

import com.xpkit.sociallink.wechat.AuthType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * What the linking address was asked with. A parameter given twice counts as faulty: two readers could
 * take two different values.
 *
 * @param accountId may be null
 * @param authType empty when it is unknown
 * @param applicationUri may be null
 * @param userAgent may be null
 */
record AuthoriseRequest(
        String accountId, Optional<AuthType> authType, String applicationUri, String userAgent) {

    static AuthoriseRequest of(MultivaluedMap<String, String> query, String userAgent) {
        return new AuthoriseRequest(
                single(query, "account_id"),
                authType(query),
                single(query, "application_uri"),
                userAgent);
    }

    private static Optional<AuthType> authType(MultivaluedMap<String, String> query) {
        var words = query.getOrDefault("auth_type", List.of(""));
        return words.equals(List.of(""))
                ? Optional.of(AuthType.SNSAPI_BASE)
                : AuthType.of(single(query, "auth_type"));
    }

    static String single(MultivaluedMap<String, String> query, String name) {
        var values = query.get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}
