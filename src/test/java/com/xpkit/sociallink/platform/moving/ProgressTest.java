package com.xpkit.sociallink.platform.moving;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final MovableClock clock = new MovableClock();
    private final List<String> lines = new ArrayList<>();
    private final Progress progress = new Progress(new Lines(), clock);

    @Test
    void isLoggedEveryFiveSeconds() {
        progress.begin("profile", 1_200_000);
        progress.add(1_000);
        clock.advance(Duration.ofSeconds(4));
        progress.add(99_000);
        assertThat(lines).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        progress.add(1_000);
        clock.advance(Duration.ofSeconds(5));
        progress.add(50_000);

        assertThat(lines)
                .containsExactly(
                        "Moving profile: 101,000 of 1,200,000 rows, 20,200 rows/s",
                        "Moving profile: 151,000 of 1,200,000 rows, 10,000 rows/s");
    }

    /** The rate counts the rows of all tables since the last line. */
    @Test
    void goesOnWithTheNextTable() {
        progress.begin("account", 40_000);
        progress.add(40_000);
        progress.begin("profile", 70_000);
        clock.advance(Duration.ofSeconds(10));
        progress.add(10_000);

        assertThat(lines).containsExactly("Moving profile: 10,000 of 70,000 rows, 5,000 rows/s");
        assertThat(progress.time()).isEqualTo(Duration.ofSeconds(10));
    }

    private final class Lines implements System.Logger {

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String line, Throwable failure) {
            lines.add(line);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String line, Object... parameters) {
            lines.add(line);
        }
    }
}
