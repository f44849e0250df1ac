package com.xpkit.sociallink.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.storage.DatabaseProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The queries of docs/runbook.md fit our tables. Those that ask a database about itself are left out. */
class RunbookQueriesTest {

    private static final Pattern QUERY =
            Pattern.compile("SELECT [^;`]* FROM (?:job|configuration|verification_file)\\b[^;`]*");

    private static List<String> queries() throws IOException {
        return QUERY.matcher(Files.readString(Path.of("docs/runbook.md")))
                .results()
                .map(MatchResult::group)
                .map(query -> query.replace("…", new UUID(0, 0).toString()))
                .toList();
    }

    @Test
    void fitTheSchema() throws IOException, SQLException {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        try (var open = h2.getConnection();
                var statement = open.createStatement()) {
            Migrations.scripts(h2, DatabaseProduct.H2).load().migrate();

            assertThat(queries()).hasSizeGreaterThan(4);
            for (var query : queries()) {
                assertThat(statement.execute(query)).as(query).isTrue();
            }
        }
    }
}
