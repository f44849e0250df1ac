package com.xpkit.sociallink.cluster;

import static com.xpkit.sociallink.simulator.Scope.SNSAPI_BASE;
import static com.xpkit.sociallink.simulator.Scope.SNSAPI_USERINFO;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Guest;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many statements a link costs, as PostgreSQL counts them: SELECT, INSERT, UPDATE and DELETE; not BEGIN, COMMIT,
 * SET. The callback is measured separately, just after its authorise request has warmed the node's memory of the
 * configurations. The look-up is outside the transaction with EclipseLink on Payara, which reads there until the
 * first write, and inside it with Hibernate.
 */
@DisabledIfSystemProperty(
        named = "it.database",
        matches = "mariadb",
        disabledReason = "the witness is PostgreSQL's own log")
@ExtendWith(SharedCluster.class)
class StatementsOfALinkIT {

    private final Cluster cluster;
    private final Tenant tenant;
    private final OfficialAccount official;

    StatementsOfALinkIT(Cluster cluster) {
        this.cluster = cluster;
        tenant = cluster.tenant();
        official = cluster.officialAccount();
    }

    @ParameterizedTest
    @EnumSource
    void areNoneToAuthoriseOnceWarm(Scope scope) {
        cluster.configure(tenant, official);
        var phone = cluster.guest();
        phone.begin(cluster.one(), tenant, scope);

        var statements =
                StatementLog.fewest(
                        () -> cluster.statements().during(() -> beginTen(phone, scope)));

        assertThat(statements).isEmpty();
    }

    private void beginTen(Guest phone, Scope scope) {
        IntStream.range(0, 10).forEach(i -> phone.begin(cluster.one(), tenant, scope));
    }

    @Test
    void areSomeWhileCold() {
        var link = tenant.link(SNSAPI_BASE, Shop.HOME);

        var statements = cluster.statements().during(() -> Phone.of(cluster.wechat()).open(link));

        assertThat(statements).extracting(Statement::sql).anyMatch(sql -> sql.contains("account"));
    }

    @ParameterizedTest
    @CsvSource({
        "SNSAPI_BASE, false, 0",
        "SNSAPI_BASE, true, 0",
        "SNSAPI_USERINFO, false, 0",
        "SNSAPI_USERINFO, true, 0",
        "SNSAPI_BASE, false, 10000",
        "SNSAPI_BASE, true, 10000",
        "SNSAPI_USERINFO, false, 10000",
        "SNSAPI_USERINFO, true, 10000"
    })
    void areTwoForAFirstLink(Scope scope, boolean isUnionidTold, int others) {
        cluster.configure(tenant, isUnionidTold ? bound(official, "platform") : official);
        fill(others);

        var statements = StatementLog.fewest(() -> statements(cluster.guest(), Shop.DOMAIN, scope));

        assertThat(statements).hasSize(2);
        assertOneTransaction(statements);
        assertIndexed(others, statements);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void areThreeToJoinByTheUnionid(int others) {
        var platform = UUID.randomUUID().toString();
        cluster.configure(tenant, bound(official, platform));
        cluster.configure(tenant, bound(cluster.officialAccount(), platform), "b.example.com");
        fill(others);

        var statements =
                StatementLog.fewest(
                        () ->
                                statements(
                                        linked(SNSAPI_USERINFO), "b.example.com", SNSAPI_USERINFO));

        assertThat(cluster.stored(tenant).profiles()).isEqualTo(StatementLog.MEASUREMENTS + others);
        assertThat(statements).hasSize(3);
        assertOneTransaction(statements);
        assertIndexed(others, statements);
    }

    @ParameterizedTest
    @CsvSource({
        "SNSAPI_BASE, 0",
        "SNSAPI_USERINFO, 0",
        "SNSAPI_BASE, 10000",
        "SNSAPI_USERINFO, 10000"
    })
    void areTwoForAReturningVisitorAboutWhomNothingIsNew(Scope scope, int others) {
        cluster.configure(tenant, bound(official, "platform"));
        fill(others);

        var statements = StatementLog.fewest(() -> statements(linked(scope), Shop.DOMAIN, scope));

        assertThat(statements).hasSize(2);
        assertOneTransaction(statements);
        assertIndexed(others, statements);
    }

    @Test
    void areOneForARepeatOfARefusedCodeAndWeChatIsNotAsked() {
        cluster.configure(tenant, official);

        var statements = StatementLog.fewest(this::statementsOfARepeatOfARefusedCode);

        assertThat(statements).hasSize(1);
    }

    private List<Statement> statementsOfARepeatOfARefusedCode() {
        var visitor = cluster.guest().visitor().onSnapshotPage();
        var repeat =
                new Guest(cluster.wechat(), visitor)
                        .comeBackFrom(cluster.one(), tenant, SNSAPI_USERINFO)
                        .repeatedAfter(cluster.one());
        var asked = cluster.wechat().logbook().tokenCalls();
        var ends = new ArrayList<String>();

        var statements = cluster.statements().during(() -> ends.add(repeat.sentTo(cluster.one())));

        assertThat(ends).singleElement().asString().endsWith("?error_code=106#");
        assertThat(cluster.wechat().logbook().tokenCalls()).isEqualTo(asked);
        return statements;
    }

    /** A pool may check an idle connection every two seconds, but must not check each one before its use. */
    @Test
    void areNotDoubledByQuestionsWhetherAConnectionIsAlive() {
        cluster.configure(tenant, official);
        var links = 50;

        var questions =
                cluster.statements()
                        .questionsDuring(
                                () ->
                                        IntStream.range(0, links)
                                                .forEach(i -> linkSomebody(SNSAPI_USERINFO)));

        assertThat(questions).isLessThan(links);
    }

    private void linkSomebody(Scope scope) {
        linked(scope);
    }

    /** A visitor who has linked once. */
    private Guest linked(Scope scope) {
        var phone = cluster.guest();
        phone.link(cluster.one(), tenant, scope);
        return phone;
    }

    private static OfficialAccount bound(OfficialAccount account, String platform) {
        return account.boundTo(platform).tellingUnionidForBase();
    }

    /** What a callback runs. */
    private List<Statement> statements(Guest phone, String domain, Scope scope) {
        var node = cluster.one();
        var callback = phone.accept(phone.open(tenant.link(scope, "https://" + domain + "/in")));
        var ends = new ArrayList<String>();

        var statements = cluster.statements().during(() -> ends.add(callback.sentTo(node)));

        Guest.profileId(ends.get(0));
        return statements;
    }

    /** Other visitors of the account, linked with consent. */
    private void fill(int visitors) {
        var id = "(lpad(to_hex(i), 8, '0') || substr('" + tenant.account() + "', 9))::uuid";
        var account = "'" + tenant.account() + "'";
        var some = " FROM generate_series(1, " + visitors + ") AS i";
        cluster.database()
                .run(
                        "INSERT INTO profile (id, account_id, created, last_modified, version) SELECT "
                                + id
                                + ", "
                                + account
                                + ", i, i, 1"
                                + some,
                        "INSERT INTO profile_key (account_id, kind, key_value, profile_id, added,"
                                + " app_id, nickname, unionid, first_unionid) SELECT "
                                + account
                                + ", 1, 'o' || i, "
                                + id
                                + ", i, 'wx1', 'Visitor ' || i, 'u' || i, substr(md5("
                                + account
                                + " || i), 1, 22)"
                                + some,
                        "ANALYZE profile",
                        "ANALYZE profile_key");
    }

    /** The look-up, once, and then one transaction of writes. */
    private static void assertOneTransaction(List<Statement> statements) {
        assertThat(statements.get(0).sql()).startsWithIgnoringCase("SELECT");
        var writes = statements.subList(1, statements.size());
        assertThat(writes).allMatch(write -> write.sql().matches("(?is)(WITH|INSERT|UPDATE) .*"));
        assertThat(writes.stream().map(Statement::transaction).distinct()).hasSize(1);
    }

    /** The look-up of a filled table never reads it from end to end, whatever its parameters. */
    private void assertIndexed(int others, List<Statement> statements) {
        if (others > 0) {
            var lookUp = "EXPLAIN (GENERIC_PLAN) " + statements.get(0).sql();
            var plan = String.join("\n", cluster.database().rows(lookUp));
            assertThat(plan).contains("Index").doesNotContain("Seq Scan");
        }
    }
}
