package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The time-outs that the drivers read out of an address. */
class TimeOutsTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/x, 2, 10",
        "'jdbc:postgresql://one:5433,two/x?targetServerType=primary', 2, 10",
        "jdbc:postgresql://db/x?connectTimeout=7, 7, 10",
        "jdbc:postgresql://db/x?ssl=true&socketTimeout=30, 2, 30",
        "jdbc:postgresql://db/x?socketTimeout=0&connectTimeout=0, 0, 0",
        "jdbc:postgresql://db/x?options=a=socketTimeout, 2, 10",
    })
    void arePostgreSqlsSeconds(String url, int connect, int socket) throws SQLException {
        var driver = (PGSimpleDataSource) source(url);

        assertThat(driver.getConnectTimeout()).isEqualTo(connect);
        assertThat(driver.getSocketTimeout()).isEqualTo(socket);
        assertThat(driver.getDatabaseName()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://db/x, 2000, 10000",
        "'jdbc:mariadb:sequential://one,two:3307/x?retriesAllDown=2', 2000, 10000",
        "jdbc:mariadb://address=(host=db)(port=3307)/x, 2000, 10000",
        "jdbc:mariadb://db/x?connectTimeout=7000, 7000, 10000",
        "jdbc:mariadb://db/x?sockettimeout=30000&tcpKeepAlive=true, 2000, 30000",
        "jdbc:mariadb://db/x?socketTimeout=0, 2000, 0",
    })
    void areMariaDbsMilliseconds(String url, int connect, int socket) throws SQLException {
        var driver = Configuration.parse(((MariaDbDataSource) source(url)).getUrl());

        assertThat(driver.connectTimeout()).isEqualTo(connect);
        assertThat(driver.socketTimeout()).isEqualTo(socket);
        assertThat(driver.database()).isEqualTo("x");
    }

    @Test
    void keepTheRestOfTheAddress() throws SQLException {
        var driver = (PGSimpleDataSource) source("jdbc:postgresql://one,two/x?currentSchema=s");

        assertThat(driver.getServerNames()).containsExactly("one", "two");
        assertThat(driver.getCurrentSchema()).isEqualTo("s");
    }

    private static DataSource source(String url) throws SQLException {
        return SettingsDataSource.of(
                new DatabaseSettings(SettingsMother.with(Map.of("sociallink.db.url", url))));
    }
}
