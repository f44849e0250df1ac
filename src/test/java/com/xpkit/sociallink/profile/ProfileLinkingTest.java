package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.ChangesInMemory;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileLinkingTest {

    private final UUID account = UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final ProfilesInMemory profiles = new ProfilesInMemory();
    private final PairsInMemory duplicates = new PairsInMemory();
    private final ChangesInMemory changes = new ChangesInMemory();
    private final ProfileLinking linking = linking();

    @Test
    void makesAProfileForAnUnknownVisitor() {
        var id = link(account, VisitorMother.silent("app", "o1"));

        var profile = profiles.profile(id);
        assertThat(profile.account()).isEqualTo(account);
        assertThat(profile.created()).isEqualTo(MovableClock.START);
        assertThat(profiles.openids(id)).containsExactly("o1");
    }

    @Test
    void savesOnlyTheOpenidWithoutConsent() {
        var id = link(account, VisitorMother.silent("app", "o1"));

        assertThat(profiles.key("o1").entry()).isNull();
        assertThat(profiles.profile(id).gender()).isNull();
        assertThat(profiles.firstUnionids()).isEmpty();
    }

    @Test
    void savesAllWithConsent() {
        var id = link(account, VisitorMother.xiaoming("app", "o1", "u1"));

        var key = profiles.key("o1");
        assertThat(key.entry())
                .isEqualTo(new SocialEntry("app", "小明", "https://thirdwx.qlogo.cn/1/132", "u1"));
        assertThat(profiles.profile(id).gender()).isEqualTo("Male");
        assertThat(profiles.profile(id).city()).isEqualTo("广州");
    }

    @Test
    void findsTheVisitorAgain() {
        var first = link(account, VisitorMother.silent("app", "o1"));

        assertThat(link(account, VisitorMother.xiaoming("app", "o1", "u1"))).isEqualTo(first);
        assertThat(link(account, VisitorMother.silent("app", "o1"))).isEqualTo(first);
        assertThat(profiles.count()).isEqualTo(1);
    }

    @Test
    void knowsBeforehandWhereALinkLeads() {
        var one = link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        var two = link(account, VisitorMother.silent("app", "o2"));

        assertThat(linking.find(account, VisitorMother.xiaoming("app", "o2", "u1"))).hasValue(two);
        assertThat(linking.find(account, VisitorMother.xiaoming("app2", "o3", "u1"))).hasValue(one);
        assertThat(linking.find(account, VisitorMother.silent("app", "o9"))).isEmpty();
    }

    @Test
    void locksWhatIsContested() {
        var id = link(account, VisitorMother.silent("app", "o1"));
        assertThat(profiles.locked()).isEmpty();

        linking.lock(id);

        assertThat(profiles.locked()).containsExactly(id);
    }

    @Test
    void distinguishesOpenidsByTheirCase() {
        var lower = link(account, VisitorMother.silent("app", "oabc"));

        assertThat(link(account, VisitorMother.silent("app", "oABC"))).isNotEqualTo(lower);
    }

    @Test
    void knowsNobodyOfAnotherAccount() {
        var id = link(account, VisitorMother.xiaoming("app", "o1", "u1"));

        assertThat(link(UUID.randomUUID(), VisitorMother.xiaoming("app", "o1", "u1")))
                .isNotEqualTo(id);
    }

    @Test
    void overwritesNothingWithWhatWasNotReported() {
        var id = link(account, VisitorMother.xiaoming("app", "o1", "u1"));

        link(account, VisitorMother.taciturn("app", "o1"));

        assertThat(profiles.key("o1").entry().nickname()).isEqualTo("小明");
        assertThat(profiles.key("o1").unionid()).isEqualTo("u1");
        assertThat(profiles.profile(id).gender()).isEqualTo("Male");
        assertThat(profiles.profile(id).country()).isEqualTo("中国");
    }

    @Test
    void overwritesWhatWasSentAgain() {
        link(account, VisitorMother.xiaoming("app", "o1", "u1"));

        link(account, VisitorMother.named("app", "o1", "小红"));

        assertThat(profiles.key("o1").entry().nickname()).isEqualTo("小红");
    }

    @Test
    void changesTheTimeOnlyWhenSomethingIsNew() {
        var id = link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        clock.advance(Duration.ofHours(1));

        link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        assertThat(profiles.profile(id).lastModified()).isEqualTo(MovableClock.START);

        link(account, VisitorMother.named("app", "o1", "小红"));
        assertThat(profiles.profile(id).lastModified()).isEqualTo(clock.instant());
    }

    @Test
    void appendsTheOpenidOfAnotherOfficialAccountByTheUnionid() {
        var id = link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        clock.advance(Duration.ofHours(1));

        assertThat(link(account, VisitorMother.xiaoming("other", "o2", "u1"))).isEqualTo(id);

        assertThat(profiles.openids(id)).containsExactly("o1", "o2");
        assertThat(profiles.key("o2").entry().appId()).isEqualTo("other");
        assertThat(profiles.profile(id).lastModified()).isEqualTo(clock.instant());
    }

    @Test
    void keepsOpenidsOfOneOfficialAccountApartWhateverTheUnionid() {
        var id = link(account, VisitorMother.xiaoming("app", "o1", "u1"));

        assertThat(link(account, VisitorMother.xiaoming("app", "oVirtual", "u1"))).isNotEqualTo(id);
    }

    @Test
    void decidesByTheOpenidBeforeTheUnionid() {
        var byOpenid = link(account, VisitorMother.silent("other", "o2"));
        var byUnionid = link(account, VisitorMother.xiaoming("app", "o1", "u1"));

        var linked = link(account, VisitorMother.xiaoming("other", "o2", "u1"));

        assertThat(linked).isEqualTo(byOpenid).isNotEqualTo(byUnionid);
        assertThat(duplicates.pairs).containsExactly(Set.of(byOpenid, byUnionid));
    }

    @Test
    void claimsAUnionidForTheFirstWhoBringsItOnly() {
        link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        link(account, VisitorMother.xiaoming("other", "o2", "u1"));
        link(account, VisitorMother.xiaoming("app", "o3", "u1"));

        assertThat(profiles.firstUnionids()).containsExactly("u1");
    }

    @Test
    void claimsTheUnionidOfAKnownVisitorWhoBringsItLater() {
        link(account, VisitorMother.silent("app", "o1"));
        assertThat(profiles.firstUnionids()).isEmpty();

        link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        assertThat(profiles.firstUnionids()).containsExactly("u1");

        link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        assertThat(profiles.firstUnionids()).containsExactly("u1");
    }

    @Test
    void freesAUnionidThatItsHolderHasLeft() {
        link(account, VisitorMother.xiaoming("a", "oA", "u1"));
        link(account, VisitorMother.xiaoming("b", "oB", "u2"));

        link(account, VisitorMother.xiaoming("a", "oA", "u2"));
        assertThat(profiles.firstUnionids()).containsExactly("u2");

        link(account, VisitorMother.xiaoming("c", "oC", "u1"));
        assertThat(profiles.firstUnionids()).containsExactly("u2", "u1");
    }

    @Test
    void freesTheUnionidsOfTwoThatSwap() {
        var one = link(account, VisitorMother.xiaoming("a", "oA", "u1"));
        var other = link(account, VisitorMother.xiaoming("b", "oB", "u2"));

        assertThat(link(account, VisitorMother.xiaoming("a", "oA", "u2"))).isEqualTo(one);
        assertThat(link(account, VisitorMother.xiaoming("b", "oB", "u1"))).isEqualTo(other);

        assertThat(profiles.firstUnionids()).containsExactly("u1");
        assertThat(link(account, VisitorMother.xiaoming("c", "oC", "u1"))).isEqualTo(other);
        assertThat(link(account, VisitorMother.xiaoming("d", "oD", "u2"))).isEqualTo(one);
    }

    @Test
    void claimsTheNewUnionidInPlaceOfTheOldOne() {
        link(account, VisitorMother.xiaoming("a", "oA", "u1"));

        link(account, VisitorMother.xiaoming("a", "oA", "u2"));

        assertThat(profiles.firstUnionids()).containsExactly("u2");
    }

    @Test
    void keepsTheClaimWhenTheUnionidIsNotReported() {
        link(account, VisitorMother.xiaoming("a", "oA", "u1"));

        link(account, VisitorMother.taciturn("a", "oA"));
        link(account, VisitorMother.silent("a", "oA"));

        assertThat(profiles.firstUnionids()).containsExactly("u1");
    }

    @Test
    void tellsOnceWhatBecameOfAProfile() {
        var id = link(account, VisitorMother.silent("app", "o1"));
        link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        link(account, VisitorMother.xiaoming("other app", "o2", "u1"));

        assertThat(changes.actions())
                .containsExactly(Action.CREATED, Action.VISITED, Action.LINKED);
        assertThat(changes.told())
                .allSatisfy(
                        change -> {
                            assertThat(change.actor()).isEqualTo(Actor.weChat(account));
                            assertThat(change.id()).isEqualTo(id);
                        });
        var visit = changes.told().get(1);
        assertThat(visit.before()).doesNotContainKey("gender");
        assertThat(visit.after()).containsKey("gender");
    }

    @Test
    void tellsNothingWhenNobodyListens() {
        changes.hearNothing();

        link(account, VisitorMother.silent("app", "o1"));
        link(account, VisitorMother.silent("app", "o1"));

        assertThat(changes.told()).isEmpty();
    }

    @Test
    void showsNoNicknameWhenPrinted() {
        assertThat(VisitorMother.xiaoming("app", "o1", "u1")).hasToString("LinkedVisitor");
    }

    /** Stores the new rows as well, in place of the caller. */
    private UUID link(UUID account, LinkedVisitor visitor) {
        var linked = linking.link(account, visitor);
        linked.newRows().forEach(profiles::insert);
        return linked.id();
    }

    @Test
    void leavesTheNewRowsToTheCaller() {
        var fresh = linking.link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        assertThat(profiles.count()).isZero();
        assertThat(fresh.newRows())
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Profile", "ProfileKey");
        fresh.newRows().forEach(profiles::insert);

        var known = linking.link(account, VisitorMother.xiaoming("app", "o1", "u1"));
        var joining = linking.link(account, VisitorMother.xiaoming("other", "o2", "u1"));

        assertThat(known.newRows()).isEmpty();
        assertThat(joining.newRows()).singleElement().isInstanceOf(ProfileKey.class);
    }

    private ProfileLinking linking() {
        var linking = new ProfileLinking();
        linking.profiles = profiles;
        linking.duplicates = duplicates;
        linking.changes = changes;
        linking.clock = clock;
        return linking;
    }
}
