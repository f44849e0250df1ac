package com.xpkit.sociallink.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.settings.InvalidSetting;
import com.xpkit.sociallink.settings.SettingsMother;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static final String KEY = "sociallink.db.url";

    @Test
    void isAnH2FileInTheWorkingDirectoryUnlessToldOtherwise() {
        var shipped = new DatabaseSettings(SettingsMother.shipped());

        assertThat(shipped.product()).isEqualTo(Product.H2);
        assertThat(shipped.url())
                .isEqualTo("jdbc:h2:file:./sociallink-data/sociallink;WRITE_DELAY=0");
    }

    @Test
    void takesUserAndPasswordAsTheyAre() {
        var settings =
                new DatabaseSettings(
                        SettingsMother.with(
                                Map.of("sociallink.db.user", "me", "sociallink.db.password", "p")));

        assertThat(settings.user()).isEqualTo("me");
        assertThat(settings.password()).isEqualTo("p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/x", "h2:mem:x", "JDBC:H2:mem:x", "postgresql://db/x"})
    void namesTheUrlOfAnUnknownDatabase(String url) {
        assertThatThrownBy(() -> at(url))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.db.url must begin with one of jdbc:h2:,"
                                + " jdbc:postgresql:, jdbc:mariadb:.");
    }

    @Test
    void asksForNoUrlWhereTheServersDataSourceTakesItsPlace() {
        try (var names = new ServersNames().bind("jdbc/mine", new JdbcDataSource())) {
            var settings =
                    new DatabaseSettings(
                            SettingsMother.with(
                                    Map.of(
                                            "sociallink.db.data-source", "jdbc/mine",
                                            "sociallink.db.url", "jdbc:mysql://db/x")));

            settings.check();

            assertThat(settings.findDataSource()).containsInstanceOf(JdbcDataSource.class);
        }
    }

    @Test
    void namesTheDataSourceThatTheServerDoesNotHave() {
        var settings =
                new DatabaseSettings(
                        SettingsMother.with("sociallink.db.data-source", "jdbc/nowhere"));

        assertThatThrownBy(settings::check)
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.db.data-source names no data source of the server:"
                                + " jdbc/nowhere.");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:x, H2",
        "jdbc:postgresql://db/x, POSTGRESQL",
        "jdbc:mariadb://db/x, MARIADB"
    })
    void knowsThreeProductsByTheirUrls(String url, Product product) {
        assertThat(at(url).product()).isEqualTo(product);
    }

    private static DatabaseSettings at(String url) {
        return new DatabaseSettings(SettingsMother.with(KEY, url));
    }
}
