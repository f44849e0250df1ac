package com.xpkit.sociallink.kernel.quota;

import java.util.UUID;

/** Data of a feature that counts towards the bytes that an account may store. */
public interface CountedData {

    /** Its approximate size in bytes. This runs apart from requests, and may take seconds. */
    long bytesOf(UUID account);
}
