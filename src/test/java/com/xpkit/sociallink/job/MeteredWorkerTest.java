package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeteredWorkerTest {

    private final Metrics metrics = new Metrics();
    private final UUID waiting = UUID.randomUUID();
    private double duringTheJob;

    @Test
    void countsAJobWhileItIsDone() {
        var duty = new MeteredWorker(new Looking(true), metrics.jobs().running());

        assertThat(duty.due(Set.of(), 1, 1))
                .containsExactly(new Waiting(JobMother.ACCOUNT, List.of(waiting)));
        assertThat(duty.take(waiting)).isTrue();
        assertThat(duringTheJob).isEqualTo(1);
        assertThat(running()).isZero();
    }

    @Test
    void countsAFailedJobNoLonger() {
        var duty = new MeteredWorker(new Looking(false), metrics.jobs().running());

        assertThatThrownBy(() -> duty.take(waiting)).isInstanceOf(IllegalStateException.class);
        assertThat(running()).isZero();
    }

    private double running() {
        return MetricsText.of(metrics).value("sociallink_jobs_running");
    }

    private final class Looking implements JobWorker {

        private final boolean succeeds;

        Looking(boolean succeeds) {
            this.succeeds = succeeds;
        }

        @Override
        public List<Waiting> due(Set<UUID> full, int accounts, int jobs) {
            return List.of(new Waiting(JobMother.ACCOUNT, List.of(waiting)));
        }

        @Override
        public boolean take(UUID job) {
            duringTheJob = running();
            if (!succeeds) {
                throw new IllegalStateException("wanted by the test");
            }
            return true;
        }
    }
}
