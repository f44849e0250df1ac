package com.xpkit.sociallink.link;

import com.xpkit.sociallink.link.flow.Flow;
import com.xpkit.sociallink.platform.storage.HashedId;
import java.util.UUID;

/**
 * A code from WeChat and the flow that it belongs to.
 *
 * @param hash of the code; the code itself is never stored
 */
record FlowCode(Flow flow, UUID hash) {

    static FlowCode of(Flow flow, String code) {
        return new FlowCode(flow, HashedId.of(code));
    }
}
