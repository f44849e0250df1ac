package com.xpkit.sociallink.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.account.ClientSecret;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsSettingsTest {

    private static final String ID = "sociallink.metrics.client-id";
    private static final String SECRET = "sociallink.metrics.client-secret";
    private static final String SCRAPE = "scrapes-every-15-seconds-for-years";
    private static final String PASS = "passes-through-every-door-of-the-house";
    private static final String OPERATOR = "sociallink.operator.client-id";

    @Test
    void knowsNoClientUnlessToldOtherwise() {
        assertThat(new MetricsSettings(SettingsMother.shipped()).client()).isEmpty();
    }

    @Test
    void knowsAClientThatMayReadMetricsAndReachesNoAccount() {
        var client = clients(SettingsMother.with(both())).find("prometheus").orElseThrow();

        assertThat(client.scopes()).containsExactly(Scope.METRICS_READ);
        assertThat(client.account()).isNull();
        assertThat(new ClientSecret(SCRAPE).matches(client.secretHash())).isTrue();
    }

    @Test
    void doesNotTreatTheClientAsAnOperator() {
        var clients = clients(SettingsMother.with(both()));

        assertThat(clients.operator.isOperator("prometheus")).isFalse();
        assertThat(clients.find("operator").orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void namesTheOneOfTheTwoThatIsMissing() {
        assertThatThrownBy(() -> new MetricsSettings(SettingsMother.with(ID, "prometheus")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + SECRET + " is missing");
    }

    @Test
    void refusesTheOperatorsName() {
        var same =
                SettingsMother.with(Map.of(ID, "operator", SECRET, SCRAPE, OPERATOR, "operator"));

        assertThatThrownBy(() -> new MetricsSettings(same))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + ID + " must differ");
    }

    private static Map<String, String> both() {
        return Map.of(
                ID,
                "prometheus",
                SECRET,
                SCRAPE,
                OPERATOR,
                "operator",
                "sociallink.operator.client-secret",
                PASS);
    }

    private static Clients clients(Settings settings) {
        var clients = new Clients();
        clients.operator = new OperatorSettings(settings);
        clients.metrics = new MetricsSettings(settings);
        return clients;
    }
}
