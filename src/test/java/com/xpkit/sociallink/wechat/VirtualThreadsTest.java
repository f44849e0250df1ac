package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {

    private static final int CROWD = 2_000;

    @Test
    void areThereFromJava21On() {
        var found = VirtualThreads.find();

        assertThat(found.isPresent()).isEqualTo(Runtime.version().feature() >= 21);
        found.ifPresent(ExecutorService::shutdown);
    }

    @Test
    void waitByTheThousands() throws InterruptedException {
        var found = VirtualThreads.find();
        if (found.isEmpty()) {
            return;
        }
        var everybodyIsThere = new CountDownLatch(CROWD);
        for (int i = 0; i < CROWD; i++) {
            found.get().execute(() -> await(everybodyIsThere));
        }

        assertThat(everybodyIsThere.await(10, TimeUnit.SECONDS)).isTrue();
        found.get().shutdown();
    }

    private static void await(CountDownLatch everybodyIsThere) {
        try {
            everybodyIsThere.countDown();
            everybodyIsThere.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
