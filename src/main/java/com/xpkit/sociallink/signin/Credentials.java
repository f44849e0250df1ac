package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A client id and the secret sent with it.
 *
 * @param clientId never null, but may be empty, like the secret
 */
record Credentials(String clientId, String clientSecret) {

    private static final String SCHEME = "Basic ";

    /**
     * All readings of an {@code Authorization} header, the standard one first. RFC 6749 (section 2.3.1) requires both
     * parts to be form-encoded before they are joined. Most clients, such as curl, join them unencoded (RFC 7617).
     *
     * @return one reading, or two different ones
     * @throws OAuthError when the header is unreadable
     */
    static List<Credentials> ofBasic(String header) {
        var raw = split(text(header));
        return raw.decoded()
                .filter(decoded -> !decoded.equals(raw))
                .map(decoded -> List.of(decoded, raw))
                .orElse(List.of(raw));
    }

    private static String text(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unreadable("its scheme is not Basic");
        }
        try {
            var bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException malformed) {
            throw unreadable("its credentials are not Base64");
        } catch (CharacterCodingException malformed) {
            throw unreadable("its credentials are not UTF-8");
        }
    }

    /** The secret may contain colons; the id may not, unless it is encoded. */
    private static Credentials split(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw unreadable("its credentials hold no colon");
        }
        return new Credentials(text.substring(0, colon), text.substring(colon + 1));
    }

    private Optional<Credentials> decoded() {
        try {
            return Optional.of(
                    new Credentials(
                            URLDecoder.decode(clientId, UTF_8),
                            URLDecoder.decode(clientSecret, UTF_8)));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static OAuthError unreadable(String reason) {
        return new OAuthError(
                "invalid_client", "The Authorization header cannot be read: " + reason + ".");
    }

    @Override
    public String toString() {
        return "Credentials of " + clientId;
    }
}
