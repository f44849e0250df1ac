package com.xpkit.sociallink.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.Database;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as missing. */
class AcknowledgedTest {

    private static final String ACCOUNT = UUID.randomUUID().toString();

    private final String profile = UUID.randomUUID().toString();
    private final Database database =
            new Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @BeforeEach
    void makeTables() {
        database.run(
                "CREATE TABLE profile (id UUID, account_id UUID)",
                "CREATE TABLE profile_key"
                        + " (account_id UUID, kind INT, key_value VARCHAR, profile_id UUID)");
    }

    @Test
    void isNothingThatIsStoredAsItWasGiven() {
        store(profile, profile, "oA");

        assertThat(missing("oA")).isEmpty();
    }

    @Test
    void isAProfileThatIsNotThere() {
        assertThat(missing("oA")).hasSize(1);
    }

    @Test
    void isAProfileThatHasLostItsRow() {
        store(UUID.randomUUID().toString(), profile, "oA");

        assertThat(missing("oA")).hasSize(1);
    }

    @Test
    void isAProfileThatBelongsToAnotherVisitor() {
        store(profile, profile, "oB");

        assertThat(missing("oA")).hasSize(1);
    }

    private List<Acknowledged> missing(String openid) {
        var given = List.of(new Acknowledged(null, openid, profile, 0, 0));
        return Acknowledged.missing(given, database, ACCOUNT);
    }

    private void store(String profile, String ofTheKey, String openid) {
        database.run(
                "INSERT INTO profile VALUES ('%s', '%s')".formatted(profile, ACCOUNT),
                "INSERT INTO profile_key VALUES ('%s', 1, '%s', '%s')"
                        .formatted(ACCOUNT, openid, ofTheKey));
    }
}
