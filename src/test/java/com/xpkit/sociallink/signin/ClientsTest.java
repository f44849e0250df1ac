package com.xpkit.sociallink.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.Overtaking;
import com.xpkit.sociallink.account.App;
import com.xpkit.sociallink.account.AppMother;
import com.xpkit.sociallink.account.Apps;
import com.xpkit.sociallink.kernel.change.Changed;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private final App app = AppMother.any();
    private final UUID id = app.id();
    private final Clients clients = new Clients();
    private final Stored stored = new Stored();

    @BeforeEach
    void assemble() {
        var settings = SettingsMother.with(Map.of());
        clients.operator = new OperatorSettings(settings);
        clients.metrics = new MetricsSettings(settings);
        clients.apps = stored;
    }

    @Test
    void rememberWhatTheyHaveRead() {
        stored.app = Optional.of(app);
        assertThat(clients.find(id.toString())).isPresent();

        stored.app = Optional.empty();

        assertThat(clients.find(id.toString())).isPresent();
    }

    @Test
    void forgetADeletedApp() {
        stored.app = Optional.of(app);
        assertThat(clients.find(id.toString())).isPresent();

        stored.app = Optional.empty();
        clients.forget(new Changed(id));

        assertThat(clients.find(id.toString())).isEmpty();
    }

    @Test
    void forgetThatAnAppWasUnknown() {
        assertThat(clients.find(id.toString())).isEmpty();

        stored.app = Optional.of(app);
        clients.forget(new Changed(id));

        assertThat(clients.find(id.toString())).isPresent();
    }

    @Test
    void keepWhatIsKnownAboutOthers() {
        stored.app = Optional.of(app);
        assertThat(clients.find(id.toString())).isPresent();

        stored.app = Optional.empty();
        clients.forget(new Changed(UUID.randomUUID()));

        assertThat(clients.find(id.toString())).isPresent();
    }

    @Test
    void bringNothingBackThatALoadHasReadBeforeTheChange() {
        stored.app = Optional.of(app);

        Overtaking.of(() -> clients.find(id.toString()))
                .pausedAt(pause -> stored.afterReading = pause)
                .by(
                        () -> {
                            stored.app = Optional.empty();
                            clients.forget(new Changed(id));
                        });

        assertThat(clients.find(id.toString())).isEmpty();
    }

    @Test
    void findTheClientAsItIsNowThoughALoadHasReadItBefore() {
        stored.app = Optional.of(app);

        Overtaking.of(() -> clients.find(id.toString()))
                .pausedAt(pause -> stored.afterReading = pause)
                .by(
                        () -> {
                            stored.app = Optional.empty();
                            assertThat(clients.findNow(id.toString())).isEmpty();
                        });
    }

    /** A client id can be any text that is sent: one of 2 MB was kept for three seconds. */
    @Test
    void neitherLookUpNorKeepWhatNoAppCanBeCalled() {
        var unknown = List.of("x".repeat(2_000_000), "x".repeat(36), "", id + " ", id + "0");

        unknown.forEach(text -> assertThat(clients.find(text)).isEmpty());
        unknown.forEach(text -> assertThat(clients.findNow(text)).isEmpty());

        assertThat(stored.reads).isZero();
    }

    @Test
    void keepOneEntryForAnIdInAnyCase() {
        stored.app = Optional.of(app);

        assertThat(clients.find(id.toString().toUpperCase(Locale.ROOT))).isPresent();
        assertThat(clients.find(id.toString())).isPresent();

        assertThat(stored.reads).isEqualTo(1);
    }

    /** What a database would return. */
    private static final class Stored extends Apps {

        private volatile Optional<App> app = Optional.empty();
        private volatile Runnable afterReading = () -> {};
        private volatile int reads;

        @Override
        public Optional<App> find(UUID id) {
            reads++;
            var read = app.filter(known -> known.id().equals(id));
            afterReading.run();
            return read;
        }
    }
}
