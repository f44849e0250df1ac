package com.xpkit.sociallink.storage;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(database.isH2()).isTrue();
        assertThat(database.isPostgreSql()).isFalse();
        assertThat(database.isOwn()).isTrue();
        assertThat(database.directory()).isEmpty();
    }

    @Test
    void isPostgreSql() {
        var database = new Database("PostgreSQL", "jdbc:postgresql://db.example.com/x");

        assertThat(database.isPostgreSql()).isTrue();
        assertThat(database.isH2()).isFalse();
        assertThat(database.directory()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/var/lib/link/db, /var/lib/link",
        "jdbc:h2:/var/lib/link/db, /var/lib/link",
        "jdbc:h2:file:/var/lib/link/db;MODE=PostgreSQL;X=/a/b, /var/lib/link"
    })
    void findsTheDirectoryOfAFile(String url, Path directory) {
        assertThat(h2(url).directory()).contains(directory);
    }

    @Test
    void findsTheDirectoryBelowTheHome() {
        var home = Path.of(System.getProperty("user.home"));

        assertThat(h2("jdbc:h2:~/link/db").directory()).contains(home.resolve("link"));
        assertThat(h2("jdbc:h2:file:~/link/db").directory()).contains(home.resolve("link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://db.example.com/~/x",
                "jdbc:h2:ssl://db.example.com/~/x"
            })
    void hasNoDirectoryInMemoryOrElsewhere(String url) {
        assertThat(h2(url).directory()).isEmpty();
    }

    @Test
    void tellsADatabaseOfItsOwnFromOthers() {
        assertThat(h2("jdbc:h2:mem:x").isOwn()).isTrue();
        assertThat(h2("jdbc:h2:file:./x").isOwn()).isTrue();
        assertThat(h2("jdbc:h2:tcp://db.example.com/~/x").isOwn()).isFalse();
        assertThat(h2("jdbc:h2:ssl://db.example.com/~/x").isOwn()).isFalse();
        assertThat(new Database("PostgreSQL", "jdbc:postgresql://db.example.com/x").isOwn())
                .isFalse();
    }

    private static Database h2(String url) {
        return new Database("H2", url);
    }
}
