package com.xpkit.sociallink.platform.error;

import java.util.Map;

/**
 * A refused request, for a reason that the caller may know. The response body is {@code
 * {"error","description","extra_info"}}; see {@code platform.http.ErrorView}.
 */
public abstract class Refusal extends RuntimeException {

    private final int status;
    private final String error;
    private final transient Map<String, String> fields;

    protected Refusal(int status, String error, String description) {
        this(status, error, description, Map.of());
    }

    /**
     * @param status the HTTP status: 400 to 499, 308 when the caller must look somewhere else, or 503
     * @param error a stable word for programs, such as {@code not_found}
     * @param description a sentence for people
     * @param fields each invalid field and why; may be empty
     */
    protected Refusal(int status, String error, String description, Map<String, String> fields) {
        super(description);
        this.status = status;
        this.error = error;
        this.fields = Map.copyOf(fields);
    }

    public int status() {
        return status;
    }

    public String error() {
        return error;
    }

    public Map<String, String> fields() {
        return fields;
    }

    /** Extra headers of the answer. */
    public Map<String, String> headers() {
        return Map.of();
    }
}
