package com.xpkit.sociallink.link;

import java.util.List;

/** The link went no further. */
public class LinkRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LinkError error;
    private final transient List<String> parameters;

    /**
     * @param reason for the log: no secret, code, token, nickname or address
     */
    LinkRefused(LinkError error, String reason) {
        this(error, reason, List.of());
    }

    private LinkRefused(LinkError error, String reason, List<String> parameters) {
        super(reason, null, false, false);
        this.error = error;
        this.parameters = parameters;
    }

    /** The application_uri was not percent-encoded, and these parameters of its own fell out of it. */
    static LinkRefused forFallenOut(List<String> parameters) {
        return new LinkRefused(
                LinkError.UNENCODED_ADDRESS, "unencoded_address", List.copyOf(parameters));
    }

    LinkError error() {
        return error;
    }

    /** Names of parameters at fault, as they came with the request; mostly none. */
    List<String> parameters() {
        return parameters;
    }
}
