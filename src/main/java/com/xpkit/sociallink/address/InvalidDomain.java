package com.xpkit.sociallink.address;

/** A {@code domain} value that is invalid; the message names the entry and the reason. */
public final class InvalidDomain extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    InvalidDomain(String reason) {
        super(reason);
    }

    InvalidDomain(String entry, String reason) {
        super('"' + shortened(entry) + "\": " + reason);
    }

    private static String shortened(String entry) {
        return entry.length() <= SHOWN ? entry : entry.substring(0, SHOWN) + "…";
    }
}
