package com.xpkit.sociallink.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.signin.limit.RateLimit.RateLimited;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {

    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final List<String> events = new ArrayList<>();
    private final List<Runnable> scheduled = new ArrayList<>();
    private final SlowAnswers answers = new SlowAnswers();
    private boolean isAsyncSupported = true;

    private final AsyncContext waiting = fake(AsyncContext.class, this::waiting);
    private final HttpServletRequest request =
            fake(
                    HttpServletRequest.class,
                    (proxy, method, arguments) ->
                            method.getName().equals("startAsync") ? waiting : isAsyncSupported);

    @BeforeEach
    void assemble() {
        answers.settings =
                new FailureSettings(SettingsMother.with("sociallink.failures.waiting", "2"));
        answers.scheduler =
                fake(
                        ManagedScheduledExecutorService.class,
                        (proxy, method, arguments) -> {
                            assertThat(arguments[1]).isEqualTo(PAUSE.toMillis());
                            scheduled.add((Runnable) arguments[0]);
                            return null;
                        });
        answers.open();
    }

    private Object waiting(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("complete")) {
            events.add("complete");
        }
        return null;
    }

    @Test
    void areWrittenAtOnceWithoutAPause() throws Exception {
        write(Duration.ZERO);

        assertThat(events).containsExactly("written");
        assertThat(scheduled).isEmpty();
    }

    @Test
    void areWrittenAtOnceWhereNothingCanWait() throws Exception {
        isAsyncSupported = false;

        write(PAUSE);

        assertThat(events).containsExactly("written");
    }

    @Test
    void areWrittenWhenTheirPauseIsOver() throws Exception {
        write(PAUSE);
        assertThat(events).isEmpty();

        scheduled.get(0).run();

        assertThat(events).containsExactly("written", "complete");
    }

    @Test
    void waitInNoGreaterNumberThanTheSettingSays() throws Exception {
        write(PAUSE);
        write(PAUSE);

        assertThatThrownBy(() -> write(PAUSE))
                .isInstanceOf(RateLimited.class)
                .hasMessageContaining("sociallink.failures.waiting allows 2 at a time");
        scheduled.get(0).run();
        write(PAUSE);

        assertThat(scheduled).hasSize(3);
    }

    @Test
    void giveTheirPlaceBackWhenNobodyIsThereAnyMore() throws Exception {
        for (int i = 0; i < 5; i++) {
            answers.write(request, null, PAUSE, SlowAnswersTest::isGone);
            scheduled.get(i).run();
        }

        assertThat(events).containsOnly("complete").hasSize(5);
    }

    private void write(Duration pause) throws IOException {
        answers.write(request, null, pause, () -> events.add("written"));
    }

    private static void isGone() throws IOException {
        throw new IOException("connection reset");
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        SlowAnswersTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
