package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class VirtualThreadsTest {

    private static final int CROWD = 2_000;

    @Test
    void areThereFromJava21On() {
        var found = VirtualThreads.find();

        assertThat(found.isPresent()).isEqualTo(Runtime.version().feature() >= 21);
        found.ifPresent(ExecutorService::shutdown);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void waitByTheThousands() throws InterruptedException {
        var threads = VirtualThreads.find().orElseThrow();
        var everybodyIsThere = new CountDownLatch(CROWD);
        for (int i = 0; i < CROWD; i++) {
            threads.execute(() -> await(everybodyIsThere));
        }

        assertThat(everybodyIsThere.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
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
