package com.xpkit.sociallink.signin;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.http.ErrorView;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** An OAuth error (RFC 6749, section 5.2), also in our own error format. */
class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final Duration pause;

    OAuthError(String error, String description) {
        this(error, description, Duration.ZERO);
    }

    /**
     * @param pause how long to delay the answer
     */
    OAuthError(String error, String description, Duration pause) {
        super(description);
        this.error = error;
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }

    int status() {
        return error.equals("invalid_client") ? 401 : 400;
    }

    JsonObject json() {
        return JSON.createObjectBuilder(ErrorView.of(error, getMessage(), Map.of()))
                .add("error_description", getMessage())
                .build();
    }
}
