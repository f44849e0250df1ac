package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.Query;
import com.xpkit.sociallink.address.QueryParameter;
import com.xpkit.sociallink.wechat.AuthType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request to the linking address. A parameter that is given twice counts as invalid, since two
 * readers could use different values.
 *
 * @param accountId may be null
 * @param authType empty when it is unknown
 * @param applicationUri may be null
 * @param userAgent may be null
 * @param fallenOut the names of the application_uri's own parameters that ended up in our query because it was not
 *     percent-encoded
 */
record AuthoriseRequest(
        String accountId,
        Optional<AuthType> authType,
        String applicationUri,
        String userAgent,
        List<String> fallenOut) {

    private static final String ACCOUNT_ID = "account_id";
    private static final String AUTH_TYPE = "auth_type";
    private static final String APPLICATION_URI = "application_uri";
    private static final Set<String> OURS = Set.of(ACCOUNT_ID, AUTH_TYPE, APPLICATION_URI);

    /** Parameters that WeChat's clients append to links that visitors share, and to addresses that they open. */
    private static final Set<String> WECHATS =
            Set.of("from", "isappinstalled", "nsukey", "uin", "key", "version", "pass_ticket");

    static AuthoriseRequest of(Query query, String userAgent) {
        return new AuthoriseRequest(
                query.single(ACCOUNT_ID).orElse(null),
                authType(query),
                query.single(APPLICATION_URI).orElse(null),
                userAgent,
                fallenOut(query));
    }

    private static Optional<AuthType> authType(Query query) {
        var word = query.has(AUTH_TYPE) ? query.single(AUTH_TYPE) : Optional.of("");
        return word.flatMap(w -> w.isEmpty() ? Optional.of(AuthType.SNSAPI_BASE) : AuthType.of(w));
    }

    /** The parameters after a raw {@code ?} in the application_uri, except those that WeChat appends to shared links. */
    private static List<String> fallenOut(Query query) {
        var parameters = query.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (isUnencodedAddress(parameters.get(i))) {
                return fallenOut(parameters.subList(i, parameters.size()));
            }
        }
        return List.of();
    }

    private static List<String> fallenOut(List<QueryParameter> parameters) {
        return parameters.stream()
                .map(QueryParameter::name)
                .filter(name -> !OURS.contains(name) && !WECHATS.contains(name))
                .distinct()
                .toList();
    }

    private static boolean isUnencodedAddress(QueryParameter parameter) {
        return parameter.isNamed(APPLICATION_URI) && parameter.rawValue().contains("?");
    }
}
