package com.xpkit.sociallink.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.account.WebhookSecret;
import com.xpkit.sociallink.account.WebhookSecrets;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientWebhookKeysTest {

    private static final String APPS = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OPERATORS = "whsec_b3VycyBpcyBhIGtleSBvZiAyNCBieXRlcw==";

    private final UUID app = UUID.randomUUID();
    private final ClientWebhookKeys keys = new ClientWebhookKeys();
    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "sociallink.operator.client-id",
                            "operator",
                            "sociallink.operator.client-secret",
                            "the operator's secret of these tests"));

    @BeforeEach
    void assemble() {
        keys.secrets =
                new WebhookSecrets() {
                    @Override
                    public Optional<WebhookSecret> find(UUID id) {
                        return WebhookSecret.of(APPS).filter(secret -> id.equals(app));
                    }
                };
        settle();
    }

    private void settle() {
        keys.operator = new OperatorSettings(SettingsMother.with(settings));
    }

    @Test
    void ofAnAppAreItsOwn() {
        assertThat(keys.of(app.toString()).orElseThrow()).isEqualTo(key(APPS));
    }

    @Test
    void goWithTheirApp() {
        var gone = UUID.randomUUID().toString();

        assertThat(keys.of(gone)).isEmpty();
        assertThat(keys.of("no id")).isEmpty();
        assertThatThrownBy(() -> keys.check(gone)).isInstanceOf(InvalidFields.class);
    }

    @Test
    void ofTheOperatorAreASetting() {
        settings.put(OperatorSettings.WEBHOOK_SECRET, OPERATORS);
        settle();

        assertThat(keys.of("operator").orElseThrow()).isEqualTo(key(OPERATORS));
        assertThatCode(() -> keys.check("operator")).doesNotThrowAnyException();
    }

    @Test
    void nameTheSettingWithoutWhichNothingOfTheOperatorsIsSigned() {
        assertThat(keys.of("operator")).isEmpty();
        assertThatThrownBy(() -> keys.check("operator"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining(
                        "webhook_url needs the setting " + OperatorSettings.WEBHOOK_SECRET);
    }

    private static byte[] key(String secret) {
        return WebhookSecret.of(secret).orElseThrow().key();
    }
}
