package com.xpkit.sociallink.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Scope;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientSecretTest {

    @Test
    void has256BitsAndNeverTheSame() {
        var secret = ClientSecret.make();

        assertThat(secret.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(ClientSecret.make()).isNotEqualTo(secret);
    }

    @Test
    void isKeptAsSha256() {
        assertThat(new ClientSecret("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void matchesItsOwnHashOnly() {
        var secret = ClientSecret.make();

        assertThat(secret.matches(secret.hash())).isTrue();
        assertThat(new ClientSecret(secret.text() + "x").matches(secret.hash())).isFalse();
        assertThat(new ClientSecret("").matches(secret.hash())).isFalse();
    }

    @Test
    void showsNothingWhenPrinted() {
        assertThat(new ClientSecret("abc")).hasToString("ClientSecret");
    }

    @Test
    void isKeptInTheAppByItsHash() {
        var clock = new MovableClock();
        var app = app(clock, EnumSet.of(Scope.APP_READ));
        clock.advance(Duration.ofSeconds(1));

        app.change(new ClientSecret("abc"), clock.instant());

        assertThat(app.secretHash()).isEqualTo(new ClientSecret("abc").hash());
        assertThat(app.lastModified()).isEqualTo(clock.instant());
    }

    @Test
    void leavesAnAppItsScopes() {
        var scopes = EnumSet.copyOf(Scope.OF_APPS);

        assertThat(app(new MovableClock(), scopes).scopes()).isEqualTo(scopes);
        assertThat(app(new MovableClock(), EnumSet.of(Scope.JOB_READ)).scopes())
                .containsExactly(Scope.JOB_READ);
    }

    @Test
    void leavesAnAppAsItWasWhenNothingChanges() {
        var clock = new MovableClock();
        var app = app(clock, EnumSet.of(Scope.APP_READ));
        clock.advance(Duration.ofSeconds(1));

        app.change("name", EnumSet.of(Scope.APP_READ), clock.instant());
        assertThat(app.lastModified()).isEqualTo(MovableClock.START);

        app.change("name", EnumSet.of(Scope.APP_WRITE), clock.instant());
        assertThat(app.lastModified()).isEqualTo(clock.instant());
    }

    private static App app(MovableClock clock, EnumSet<Scope> scopes) {
        return new App(UUID.randomUUID(), ClientSecret.make(), "name", scopes, clock.instant());
    }
}
