package com.xpkit.sociallink.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.Overtaking;
import com.xpkit.sociallink.kernel.change.Changed;
import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonMother;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.SealMother;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveConfigurationsTest {

    private final UUID account = UUID.randomUUID();
    private final LiveConfigurations live = new LiveConfigurations();
    private final Stored stored = new Stored();

    @BeforeEach
    void assemble() {
        live.imagined = new ImaginedAccount();
        live.seal = SealMother.any();
        live.accounts = id -> stored.isThere && id.equals(account);
        live.configurations = stored;
        stored.isThere = true;
    }

    @Test
    void rememberWhatTheyHaveRead() {
        stored.all = List.of(configuration("one.example.com"));
        assertThat(domains()).contains("one.example.com");

        stored.all = List.of();

        assertThat(domains()).contains("one.example.com");
    }

    @Test
    void forgetWhatWasChanged() {
        stored.all = List.of(configuration("one.example.com"));
        assertThat(domains()).contains("one.example.com");

        stored.all = List.of(configuration("two.example.com"));
        live.forget(new Changed(account));

        assertThat(domains()).contains("two.example.com");
    }

    @Test
    void areThoseOfTheImaginedAccountWhileItExists() {
        var warming = live.imagined.begin("imagined", "warm-up.invalid");

        assertThat(live.of(warming).orElseThrow().all())
                .extracting(LinkingConfiguration::appId)
                .containsExactly("imagined");
        assertThat(live.imagined.is(warming)).isTrue();
        assertThat(live.imagined.is(account)).isFalse();

        live.imagined.end();

        assertThat(live.imagined.is(warming)).isFalse();
        assertThat(live.imagined.configurationsOf(warming)).isEmpty();
    }

    @Test
    void forgetThatAnAccountWasUnknown() {
        stored.isThere = false;
        assertThat(live.of(account)).isEmpty();

        stored.isThere = true;
        live.forget(new Changed(account));

        assertThat(all()).contains(List.of());
    }

    @Test
    void forgetADeletedAccount() {
        assertThat(live.of(account)).isPresent();

        stored.isThere = false;
        live.forget(new Changed(account));

        assertThat(live.of(account)).isEmpty();
    }

    @Test
    void keepWhatIsKnownAboutOtherAccounts() {
        stored.all = List.of(configuration("one.example.com"));
        assertThat(domains()).contains("one.example.com");

        stored.all = List.of();
        live.forget(new Changed(UUID.randomUUID()));

        assertThat(domains()).contains("one.example.com");
    }

    @Test
    void bringNothingBackThatALoadHasReadBeforeTheChange() {
        stored.all = List.of(configuration("one.example.com"));

        Overtaking.of(() -> live.of(account))
                .pausedAt(pause -> stored.afterReading = pause)
                .by(
                        () -> {
                            stored.all = List.of();
                            live.forget(new Changed(account));
                        });

        assertThat(all()).contains(List.of());
    }

    @Test
    void bringNothingBackThatWasDeletedBeforeTheDatabaseWentAway() {
        stored.all = List.of(configuration("one.example.com"));
        assertThat(domains()).contains("one.example.com");

        live.forget(new Changed(account));
        stored.isDatabaseAway = true;

        assertThatThrownBy(() -> live.of(account)).hasMessage("away");
    }

    @Test
    void bringNothingBackWithoutTheDatabaseThatALoadHasReadBeforeTheChange() {
        stored.all = List.of(configuration("one.example.com"));

        Overtaking.of(() -> live.of(account))
                .pausedAt(pause -> stored.afterReading = pause)
                .by(
                        () -> {
                            stored.isDatabaseAway = true;
                            live.forget(new Changed(account));
                        });

        assertThatThrownBy(() -> live.of(account)).hasMessage("away");
    }

    @Test
    void openOnlyTheSecretOfTheirOwnRow() {
        var one = configuration("one.example.com");
        var two = configuration("two.example.com");
        two.change(
                ConfigurationForm.of(form("two.example.com"), true),
                one.sealedSecret(),
                Instant.EPOCH);
        stored.all = List.of(one, two);

        assertThat(all().orElseThrow())
                .extracting(LinkingConfiguration::appSecret)
                .containsExactly(Optional.of("s"), Optional.empty());
    }

    private Optional<List<LinkingConfiguration>> all() {
        return live.of(account).map(LinkingConfigurations::all);
    }

    private Optional<String> domains() {
        return all().flatMap(all -> all.stream().findFirst())
                .map(found -> found.domains().entries().get(0).normalised());
    }

    private Configuration configuration(String domain) {
        var configuration = new Configuration(account, Instant.EPOCH);
        configuration.change(
                ConfigurationForm.of(form(domain), true),
                live.seal.seal(
                        Purpose.APP_SECRET, configuration.id().toString(), "s".getBytes(UTF_8)),
                Instant.EPOCH);
        return configuration;
    }

    private static Form form(String domain) {
        var body = "{'name':'n','domain':'" + domain + "','app_id':'wx1','app_secret':'s'}";
        return Form.of(JsonMother.document(body), ConfigurationForm.MEMBERS);
    }

    /** What a database would return. */
    private static final class Stored extends Configurations {

        private volatile boolean isThere;
        private volatile boolean isDatabaseAway;
        private volatile List<Configuration> all = List.of();
        private volatile Runnable afterReading = () -> {};

        @Override
        List<Configuration> of(UUID account) {
            if (isDatabaseAway) {
                throw new IllegalStateException("away");
            }
            var read = all;
            afterReading.run();
            return read;
        }
    }
}
