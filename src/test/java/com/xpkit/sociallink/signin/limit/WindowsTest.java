package com.xpkit.sociallink.signin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private final MovableClock clock = new MovableClock();
    private final Windows<String> windows =
            new Windows<>(new Allowance("a.setting", 3, Duration.ofMinutes(1)), clock);

    @Test
    void haveRoomForSoManyKeysAndNoMore() {
        IntStream.range(0, 200_000).forEach(i -> windows.count("key " + i));

        assertThat(windows.size()).isLessThanOrEqualTo(20_000);
    }

    @Test
    void keepWhatIsCountedOftenWhileOthersComeAndGo() {
        for (int i = 0; i < 200_000; i++) {
            windows.count("key " + i);
            if (i % 100 == 0) {
                windows.count("guessed at");
            }
        }

        assertThat(windows.left("guessed at")).isZero();
    }

    @Test
    void forgetAKeyWhoseWindowIsOver() {
        windows.count("a");

        clock.advance(Duration.ofMinutes(1));

        assertThat(windows.size()).isZero();
        assertThat(windows.left("a")).isEqualTo(3);
    }
}
