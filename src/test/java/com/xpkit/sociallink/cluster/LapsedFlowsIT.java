package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.storage.TimeOrderedId;
import com.xpkit.sociallink.server.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outcomes of flows that can no longer come back do not stay. */
@ExtendWith(SharedCluster.class)
class LapsedFlowsIT {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The chore runs once a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final UUID NONE = new UUID(0, 0);

    private final Cluster cluster;

    LapsedFlowsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void areForgottenWithoutThoseThatMayStillComeBack() {
        var lapsed = outcomeOfAFlowBegun(LIFETIME.plusMinutes(1));
        var late = outcomeOfAFlowBegun(LIFETIME.minusMinutes(5));

        Await.until("the lapsed flow is forgotten", PATIENCE, () -> !isStored(lapsed));

        assertThat(isStored(late)).isTrue();
    }

    private UUID outcomeOfAFlowBegun(Duration ago) {
        var state = TimeOrderedId.at(Instant.now().minus(ago));
        cluster.database()
                .run(
                        "INSERT INTO link_outcome (state, code, linked_code, profile_id) VALUES"
                                + " ('%s', '%s', '%s', '%s')".formatted(state, NONE, NONE, NONE));
        return state;
    }

    private boolean isStored(UUID state) {
        var sql = "SELECT count(*) FROM link_outcome WHERE state = '%s'".formatted(state);
        return cluster.database().rows(sql).equals(List.of("1"));
    }
}
