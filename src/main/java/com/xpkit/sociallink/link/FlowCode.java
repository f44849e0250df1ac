package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.link.flow.Flow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A code from WeChat and the flow that it belongs to.
 *
 * @param hash SHA-256 of the code in lower-case hex; the code itself is never stored
 */
record FlowCode(Flow flow, String hash) {

    static FlowCode of(Flow flow, String code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(UTF_8));
            return new FlowCode(flow, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
