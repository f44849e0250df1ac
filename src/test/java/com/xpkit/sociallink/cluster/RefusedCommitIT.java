package com.xpkit.sociallink.cluster;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that refuses a commit: for a conflict, as Galera does, or because it stops. PostgreSQL does with a trigger. */
@DisabledIfSystemProperty(
        named = "it.database",
        matches = "mariadb",
        disabledReason = "MariaDB alone has nothing that refuses a commit")
@ExtendWith(SharedCluster.class)
class RefusedCommitIT {

    private static final int REFUSALS = 3;

    private final Cluster cluster;
    private final Tenant tenant;

    RefusedCommitIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.linkingTenant();
    }

    @AfterEach
    void refuseNothingMore() {
        cluster.database()
                .run(
                        "DROP FUNCTION IF EXISTS refuse() CASCADE",
                        "DROP SEQUENCE IF EXISTS refusals");
    }

    @Test
    void costsAVisitorNothing() {
        refuseCommitsThatInsertInto("link_outcome");

        cluster.guest().link(cluster.one(), tenant, Scope.SNSAPI_USERINFO);

        assertThat(cluster.stored(tenant).profiles()).isEqualTo(1);
        assertThat(cluster.database().rows("SELECT last_value FROM refusals"))
                .containsExactly(Integer.toString(REFUSALS + 1));
    }

    @Test
    void costsAnApplicationNothing() {
        refuseCommitsThatInsertInto("profile");

        expect(tenant.createOrUpdate(profile("oRefused"))).has(201);

        assertThat(cluster.stored(tenant).profiles()).isEqualTo(1);
    }

    /** Not tried again, because nobody knows for how long the database is away. */
    @Test
    void tellsAnApplicationThatTheDatabaseIsAway() {
        refuseCommitsThatInsertInto("profile", "57P01");

        var answer = tenant.createOrUpdate(profile("oAway"));

        expect(answer).has(503);
        assertThat(answer.header("Retry-After")).hasValue("5");
        assertThat(cluster.stored(tenant).profiles()).isZero();
    }

    private String profile(String openid) {
        return "{'account_id':'%s','wechat_openid':['%s']}".formatted(tenant.account(), openid);
    }

    private void refuseCommitsThatInsertInto(String table) {
        refuseCommitsThatInsertInto(table, "40001");
    }

    /** The sequence does not go back with the transactions. */
    private void refuseCommitsThatInsertInto(String table, String state) {
        cluster.database()
                .run(
                        "CREATE SEQUENCE refusals",
                        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                                + " IF nextval('refusals') <= "
                                + REFUSALS
                                + " THEN RAISE EXCEPTION 'refused' USING ERRCODE = '"
                                + state
                                + "';"
                                + " END IF; RETURN NULL; END $$",
                        "CREATE CONSTRAINT TRIGGER refusing AFTER INSERT ON "
                                + table
                                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION"
                                + " refuse()");
    }
}
