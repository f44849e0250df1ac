package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.it.Service.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Official Accounts move to another Open Platform account: their visitors' unionids change, and nobody is locked out. */
class MovedUnionidIT extends OnAServer {

    private final Tenant tenant = Service.tenant();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明");
    private final String here = Service.unique("platform-");
    private final String there = Service.unique("platform-");
    private final Through a = through("a.example.com", here);
    private final Through b = through("b.example.com", there);
    private final Through c = through("c.example.com", here);
    private final Through d = through("d.example.com", there);
    private final Through e = through("e.example.com", here);

    /** An Official Account of the tenant, and the domain that it links for. */
    private record Through(OfficialAccount official, String domain) {}

    private Through through(String domain, String platform) {
        var official = Service.officialAccountOf(platform);
        Service.operator().configure(tenant.account(), official, domain);
        return new Through(official, domain);
    }

    private static void move(Through account, String platform) {
        WECHAT.register(account.official().boundTo(platform));
    }

    /** A link with consent; the profile's id. */
    private String link(Through through) {
        var home = "https://" + through.domain() + "/";
        var link = tenant.link(Scope.SNSAPI_USERINFO, home);
        return expect(Service.phone().follow(link, visitor)).linksTo(home);
    }

    private List<String> linkAtOnce(Through... through) {
        return Stream.of(through)
                .map(each -> CompletableFuture.supplyAsync(() -> link(each)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private List<String> unionidsOf(String profile) {
        return tenant.read(profile).resource().getJsonArray("social").stream()
                .map(entry -> ((JsonObject) entry).getString("unionid"))
                .toList();
    }

    private String openid(Through through) {
        return visitor.openid(through.official().appId());
    }

    @Test
    void aUnionidThatItsFirstHolderHasLeftIsFree() {
        var one = link(a);
        link(b);
        move(a, there);
        assertThat(link(a)).isEqualTo(one);
        assertThat(unionidsOf(one)).containsExactly(visitor.unionid(there));

        var other = link(c);

        assertThat(unionidsOf(other)).containsExactly(visitor.unionid(here));
        assertThat(link(c)).isEqualTo(other);
        assertThat(link(a)).isEqualTo(one);
    }

    @Test
    void twoThatSwapAreLinkedAndSoAreThoseWhoFollow() {
        var one = link(a);
        var other = link(b);
        move(a, there);
        move(b, here);

        assertThat(link(a)).isEqualTo(one);
        assertThat(link(b)).isEqualTo(other);

        assertThat(link(c)).isEqualTo(other);
        assertThat(link(d)).isEqualTo(one);
        move(a, here);
        move(b, there);
        assertThat(List.of(link(a), link(b), link(a))).containsExactly(one, other, one);
    }

    @RepeatedTest(5)
    void twoThatSwapAtTheSameMomentAreLinked() {
        var one = link(a);
        var other = link(b);
        move(a, there);
        move(b, here);

        assertThat(linkAtOnce(a, b)).containsExactly(one, other);

        assertThat(linkAtOnce(c, d)).containsExactly(other, one);
    }

    @Test
    void aUnionidIsFreeAfterAMergeToo() {
        var one = link(a);
        var merge = tenant.merge(one, link(b));
        move(a, there);
        assertThat(link(a)).isEqualTo(one);
        assertThat(link(b)).isEqualTo(one);

        var other = link(c);
        assertThat(other).isNotEqualTo(one);

        expect(tenant.undo(one, merge)).has(200);
        assertThat(link(c)).isEqualTo(other);
        assertThat(link(a)).isEqualTo(one);
        assertThat(link(b)).isNotIn(one, other);
    }

    @Test
    void aUnionidIsFreeOnceTheApiHasReplacedIt() {
        var one = link(a);
        patchUnionid(one, visitor.unionid(there));

        var other = link(c);
        assertThat(other).isNotEqualTo(one);
        assertThat(link(a)).isEqualTo(one);

        var third = link(b);
        assertThat(third).isNotIn(one, other);
        patchUnionid(other, visitor.unionid(there));
        assertThat(List.of(link(c), link(a), link(b))).containsExactly(other, one, third);
    }

    private void patchUnionid(String profile, String unionid) {
        var entry = tenant.read(profile).resource().getJsonArray("social").getJsonObject(0);
        var body =
                "{'social':[{'type':'wechat','openid':'%s','app_id':'%s','unionid':'%s'}]}"
                        .formatted(entry.getString("openid"), entry.getString("app_id"), unionid);
        expect(tenant.patch(profile, body)).has(200);
    }

    @Test
    void aUnionidIsFreeOnceItsHoldersAreErased() {
        var one = link(a);
        var other = link(b);
        move(a, there);
        link(a);
        expect(tenant.erase(other)).has(204);

        assertThat(link(d)).isEqualTo(one);
        expect(tenant.erase(one)).has(204);

        var after = link(b);
        assertThat(after).isNotIn(one, other);
        assertThat(List.of(link(a), link(d))).containsOnly(after);
        assertThat(link(c)).isNotEqualTo(after);
    }

    @RepeatedTest(5)
    void aNewUnionidThroughTwoOfficialAccountsAtTheSameMomentIsOneProfile() {
        var profiles = linkAtOnce(a, c);

        assertThat(profiles.get(0)).isEqualTo(profiles.get(1));
        assertThat(tenant.find("wechat_openid__in=" + openid(a) + "|" + openid(c)))
                .containsExactly(profiles.get(0));
    }

    @RepeatedTest(5)
    void aUnionidThatWasLeftIsOneProfileToo() {
        var one = link(a);
        link(b);
        move(a, there);
        assertThat(link(a)).isEqualTo(one);

        var profiles = linkAtOnce(c, e);

        assertThat(profiles.get(0)).isEqualTo(profiles.get(1)).isNotEqualTo(one);
    }
}
