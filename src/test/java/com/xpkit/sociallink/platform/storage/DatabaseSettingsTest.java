package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static final String IN_USE = "java:app/env/jdbc/sociallink";
    private static final String KEY = "sociallink.db.url";

    @Test
    void isAnH2FileInTheWorkingDirectoryUnlessToldOtherwise() {
        var shipped = new DatabaseSettings(SettingsMother.shipped());

        assertThat(shipped.product()).isEqualTo(DatabaseProduct.H2);
        assertThat(shipped.url())
                .isEqualTo(
                        "jdbc:h2:file:./sociallink-data/sociallink;WRITE_DELAY=0;REUSE_SPACE=FALSE");
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

    @ParameterizedTest
    @CsvSource({
        "sociallink.db.password, x${y}z",
        "sociallink.db.password, {xor}Lz4sLA==",
        "sociallink.db.user, ${HOME}",
        "sociallink.db.url, jdbc:h2:mem:${x}"
    })
    void nameWhatADataSourceMadeByTheServerWouldReplace(String key, String value) {
        try (var names = new ServersNames().bind(IN_USE, new JdbcDataSource())) {
            assertThatThrownBy(with(key, value, false)::check)
                    .isInstanceOf(InvalidSetting.class)
                    .hasMessage(
                            "The setting "
                                    + key
                                    + " holds ${ or begins with {, which the server's own data"
                                    + " source would replace.");
            assertThatCode(with(key, value, true)::check).doesNotThrowAnyException();
        }
    }

    @Test
    void nameItAlsoWhereTheServerCouldMakeNone() {
        assertThatThrownBy(with("sociallink.db.password", "{none}x", false)::check)
                .isInstanceOf(InvalidSetting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p$$w", "p$w", "a{b}", "a\\,b"})
    void passWhatADataSourceMadeByTheServerWouldTake(String password) {
        assertThatCode(with("sociallink.db.password", password, false)::check)
                .doesNotThrowAnyException();
    }

    private static DatabaseSettings with(String key, String value, boolean areSettingsInUse) {
        var settings = new DatabaseSettings(SettingsMother.with(key, value));
        settings.areSettingsInUse = () -> areSettingsInUse;
        return settings;
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
    void knowsThreeProductsByTheirUrls(String url, DatabaseProduct product) {
        assertThat(at(url).product()).isEqualTo(product);
    }

    private static DatabaseSettings at(String url) {
        return new DatabaseSettings(SettingsMother.with(KEY, url));
    }
}
