package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsDataSourceTest {

    private static final String NAME = "jdbc/ours";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final ServersNames names = new ServersNames();

    @AfterEach
    void forget() {
        names.close();
    }

    @Test
    void opensConnectionsToTheUrlAndCountsThem() throws SQLException {
        var own = dataSource(Map.of("sociallink.db.url", url));

        try (var connection = own.getConnection()) {
            assertThat(connection.getMetaData().getURL()).isEqualTo(url);
            assertThat(OpenConnections.ofSettings().open()).isPresent();
        }
    }

    @Test
    void takesThemFromTheServersDataSourceWhateverTheUrlSays() throws SQLException {
        names.bind(NAME, at(url));
        var before = OpenConnections.ofSettings().open();

        var servers = dataSource(Map.of("sociallink.db.data-source", NAME));

        try (var connection = servers.getConnection()) {
            assertThat(connection.getMetaData().getURL()).isEqualTo(url);
            assertThat(OpenConnections.ofSettings().open()).isEqualTo(before);
        }
    }

    @Test
    void takesTheServersNewDataSourceWhenTheOldOneWasReplaced() throws SQLException {
        names.bind(NAME, at("jdbc:h2:mem:" + UUID.randomUUID()));
        var servers = dataSource(Map.of("sociallink.db.data-source", NAME));
        servers.getConnection().close();

        names.bind(NAME, at(url));

        try (var connection = servers.getConnection()) {
            assertThat(connection.getMetaData().getURL()).isEqualTo(url);
        }
    }

    @Test
    void namesTheSettingWhenTheServerHasNoSuchDataSource() {
        names.bind(NAME, "not a data source");

        var servers = dataSource(Map.of("sociallink.db.data-source", NAME));

        assertThatThrownBy(servers::getConnection)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.db.data-source");
    }

    private static SettingsDataSource dataSource(Map<String, String> settings) {
        return new SettingsDataSource(new DatabaseSettings(SettingsMother.with(settings)));
    }

    private static JdbcDataSource at(String url) {
        var h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }
}
