package com.xpkit.sociallink.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.account.ClientSecret;
import com.xpkit.sociallink.account.WebhookSecret;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorSettingsTest {

    private static final String ID = "sociallink.operator.client-id";
    private static final String SECRET = "sociallink.operator.client-secret";
    private static final String LONG_ENOUGH = "of-thirty-two-characters-exactly";

    @Test
    void knowsNoOperatorUnlessToldOtherwise() {
        var shipped = new OperatorSettings(SettingsMother.shipped());

        assertThat(shipped.isOperator("")).isFalse();
        assertThat(shipped.isOperator(null)).isFalse();
        assertThat(shipped.client()).isEmpty();
    }

    @Test
    void knowsTheOperatorByTheirId() {
        var settings =
                new OperatorSettings(
                        SettingsMother.with(Map.of(ID, "operator", SECRET, LONG_ENOUGH)));

        assertThat(settings.isOperator("operator")).isTrue();
        assertThat(settings.isOperator("Operator")).isFalse();
        assertThat(settings.client())
                .hasValue(new ConfiguredClient("operator", new ClientSecret(LONG_ENOUGH).hash()));
    }

    @Test
    void namesTheOneOfTheTwoThatIsMissing() {
        assertThatThrownBy(() -> new OperatorSettings(SettingsMother.with(ID, "operator")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + SECRET + " is missing");
        assertThatThrownBy(
                        () -> new OperatorSettings(SettingsMother.with(SECRET, "pa55".repeat(8))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + ID + " is missing")
                .hasMessageNotContaining("pa55");
    }

    @Test
    void knowsWhatSignsTheOperatorsWebhooks() {
        var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var settings =
                new OperatorSettings(SettingsMother.with(OperatorSettings.WEBHOOK_SECRET, secret));

        assertThat(settings.webhookSecret()).contains(new WebhookSecret(secret));
        assertThat(new OperatorSettings(SettingsMother.shipped()).webhookSecret()).isEmpty();
    }

    @Test
    void namesAWebhookSecretThatIsNotOne() {
        var settings = SettingsMother.with(OperatorSettings.WEBHOOK_SECRET, "whsec_c2hvcnQ=");

        assertThatThrownBy(() -> new OperatorSettings(settings))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.operator.webhook-secret must be whsec_ and the"
                                + " Base64 of at least 24 random bytes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a secret of thirty-one letters."})
    void refusesASecretThatCanBeGuessed(String secret) {
        var settings = SettingsMother.with(Map.of(ID, "operator", SECRET, secret));

        assertThatThrownBy(() -> new OperatorSettings(settings))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting "
                                + SECRET
                                + " needs at least 32 characters, such as openssl rand -base64 32 makes.");
    }
}
