package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.link.flow.Flow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A code of WeChat's and the flow that it came back with.
 *
 * @param hash SHA-256 of the code in lower-case hex; nothing that is kept holds the code itself
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
