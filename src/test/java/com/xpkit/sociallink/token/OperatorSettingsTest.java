package com.xpkit.sociallink.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.access.ClientSecret;
import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.SettingsMother;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorSettingsTest {

    private static final String ID = "sociallink.operator.client-id";
    private static final String SECRET = "sociallink.operator.client-secret";

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
                new OperatorSettings(SettingsMother.with(Map.of(ID, "operator", SECRET, "pass")));

        assertThat(settings.isOperator("operator")).isTrue();
        assertThat(settings.isOperator("Operator")).isFalse();
        assertThat(settings.client())
                .hasValue(new SetUpClient("operator", new ClientSecret("pass").hash()));
    }

    @Test
    void namesTheOneOfTheTwoThatIsMissing() {
        assertThatThrownBy(() -> new OperatorSettings(SettingsMother.with(ID, "operator")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + SECRET + " is missing");
        assertThatThrownBy(() -> new OperatorSettings(SettingsMother.with(SECRET, "pa55")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting " + ID + " is missing")
                .hasMessageNotContaining("pa55");
    }
}
