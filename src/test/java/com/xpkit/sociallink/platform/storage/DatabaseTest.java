package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @Test
    void isWhatTheDataSourceLeadsTo() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:whatever;DB_CLOSE_DELAY=0");

        var database = new Database();
        database.dataSource = source;

        assertThat(database.product()).isEqualTo(DatabaseProduct.H2);
        assertThat(database.isOwn()).isTrue();
        assertThat(database.directory()).isEmpty();
    }

    @Test
    void isRefusedWhenItIsAnUnknownOne() {
        assertThatThrownBy(at("jdbc:oracle:thin:@db.example.com/x")::product)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/var/lib/link/db, /var/lib/link",
        "jdbc:h2:/var/lib/link/db, /var/lib/link",
        "jdbc:h2:file:/var/lib/link/db;MODE=PostgreSQL;X=/a/b, /var/lib/link"
    })
    void findsTheDirectoryOfAFile(String url, Path directory) {
        assertThat(at(url).directory()).contains(directory);
    }

    @Test
    void findsTheDirectoryBelowTheHome() {
        var home = Path.of(System.getProperty("user.home"));

        assertThat(at("jdbc:h2:~/link/db").directory()).contains(home.resolve("link"));
        assertThat(at("jdbc:h2:file:~/link/db").directory()).contains(home.resolve("link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://db.example.com/~/x",
                "jdbc:h2:ssl://db.example.com/~/x",
                "jdbc:postgresql://db.example.com/x",
                "jdbc:mariadb://db.example.com/x"
            })
    void hasNoDirectoryInMemoryOrElsewhere(String url) {
        assertThat(at(url).directory()).isEmpty();
    }

    @Test
    void tellsADatabaseOfItsOwnFromOthers() {
        assertThat(at("jdbc:h2:mem:x").isOwn()).isTrue();
        assertThat(at("jdbc:h2:file:./x").isOwn()).isTrue();
        assertThat(at("jdbc:h2:tcp://db.example.com/~/x").isOwn()).isFalse();
        assertThat(at("jdbc:h2:ssl://db.example.com/~/x").isOwn()).isFalse();
        assertThat(at("jdbc:postgresql://db.example.com/x").isOwn()).isFalse();
        assertThat(at("jdbc:mariadb://db.example.com/x").isOwn()).isFalse();
    }

    private static Database at(String url) {
        return new Database(url);
    }
}
