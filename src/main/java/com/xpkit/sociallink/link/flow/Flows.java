package com.xpkit.sociallink.link.flow;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.settings.ServiceSettings;
import com.xpkit.sociallink.platform.storage.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Opens flows, seals them into addresses and reads them back. */
@ApplicationScoped
public class Flows {

    /** The query parameter of our callback address that contains the sealed flow. */
    public static final String PARAMETER = "flow";

    private static final String CALLBACK = "/api/wechat/callback/";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject Seal seal;

    @Inject ServiceSettings service;

    @Inject FlowSettings settings;

    @Inject Clock clock;

    public Flow open(UUID account, UUID configuration, String applicationUri, boolean withConsent) {
        return new Flow(
                account,
                configuration,
                applicationUri,
                withConsent,
                1,
                clock.instant(),
                state(),
                nonce());
    }

    public Flow again(Flow flow) {
        return flow.again(state(), nonce());
    }

    /** Begins with the time, so that the rows of lapsed flows are together in the database's index. */
    private String state() {
        return TimeOrderedId.at(clock.instant()).toString().replace("-", "");
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Our callback address with the flow sealed in its query. */
    public String callback(Flow flow) {
        return service.url()
                + CALLBACK
                + "?"
                + PARAMETER
                + "="
                + seal.seal(Purpose.FLOW, flow.toBytes());
    }

    /** The flow, even if it has lapsed. Empty if this service did not seal it, or another version did. */
    public Optional<Flow> read(String sealed) {
        return seal.open(Purpose.FLOW, sealed).flatMap(Flow::of);
    }

    public boolean hasLapsed(Flow flow) {
        return !clock.instant().isBefore(flow.began().plus(settings.lifetime()));
    }
}
