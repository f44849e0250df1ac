package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileWritingTest {

    private static final String XIAOMING =
            "{'type':'wechat','openid':'o1','app_id':'wx1','unionid':'u1'}";

    private final UUID account = UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final ProfilesInMemory profiles = new ProfilesInMemory();
    private final PairsInMemory duplicates = new PairsInMemory();
    private final ProfileWriting writing = ProfileMother.writing(profiles, duplicates, clock);

    @Test
    void refusesToMakeAProfileWithKeysOfAnother() {
        var owner = create("{'email':['a@b'],'rfid':['r1','r2']}");

        var refused =
                catchThrowableOfType(
                        Conflict.class,
                        () -> create("{'email':['c@d','a@b'],'rfid':['r2','r1'],'qr_code':['q']}"));

        var reason = "holds a value that stands in profile " + owner.id();
        assertThat(refused.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of("email", reason, "rfid", reason));
        assertThat(profiles.count()).isEqualTo(1);
    }

    @Test
    void refusesToChangeAProfileToKeysOfAnother() {
        var owner = create("{'email':['a@b']}");
        var profile = create("{'email':['c@d']}");

        assertThatThrownBy(() -> change(profile, "{'email':['c@d','a@b']}"))
                .isInstanceOf(Conflict.class)
                .hasMessage("email holds a value that stands in profile " + owner.id() + ".");
        assertThat(shown(profile, "email")).containsExactly("c@d");
    }

    @Test
    void takesAValueThatIsInAnotherMemberOrAccount() {
        create("{'email':['a@b']}");
        var stranger = new Profile(UUID.randomUUID(), clock.instant());

        writing.create(stranger, form("{'email':['a@b']}"));
        create("{'rfid':['a@b'],'email':['A@b']}");

        assertThat(profiles.count()).isEqualTo(3);
    }

    @Test
    void keepsTheOrderOfArrays() {
        var profile = create("{'email':['c','a','b'],'rfid':['2','1']}");

        assertThat(shown(profile, "email")).containsExactly("c", "a", "b");
        assertThat(shown(profile, "rfid")).containsExactly("2", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c a b", "b a c", "a", "", "x c a b", "c x b", "x y z", "b c a x"})
    void changesTheOrderOfArrays(String written) {
        var values = written.isEmpty() ? List.<String>of() : List.of(written.split(" "));
        var array = values.stream().collect(Collectors.joining("','", "['", "']"));
        var profile = create("{'email':['c','a','b'],'rfid':['2','1']}");

        change(profile, "{'email':" + array.replace("['']", "[]") + ",'rfid':['1','2']}");

        assertThat(shown(profile, "email")).containsExactlyElementsOf(values);
        assertThat(shown(profile, "rfid")).containsExactly("1", "2");
    }

    @Test
    void putsAValueAfterOneThatJoinedAtTheSameMoment() {
        var profile = create("{'email':['a','b','c']}");

        change(profile, "{'email':['c','b','a']}");
        change(profile, "{'email':['b','c','a']}");

        assertThat(shown(profile, "email")).containsExactly("b", "c", "a");
    }

    @Test
    void keepsTheRowsOfKeysThatStay() {
        var profile = create("{'email':['a','b']}");
        var kept = profile.keys().get(1);

        change(profile, "{'email':['b','c']}");

        assertThat(profile.keys()).contains(kept).hasSize(2);
        assertThat(profiles.keysWith(account, Map.of("email", Set.of("a", "b", "c"))))
                .containsExactlyInAnyOrderElementsOf(profile.keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'wechat_openid':['o1','o2'],'email':['b','a'],'rfid':['r'],'social':["
                        + XIAOMING
                        + "]}",
                "{'gender':'Male','address':{'city':'广州','zip':'510000'},'n':1.50,'x':[null,{}]}"
            })
    void touchesNothingWhenNothingChanges(String json) {
        var profile = create(json);
        var writes = profiles.writes();
        clock.advance(Duration.ofHours(1));

        change(profile, json);
        writing.change(profile, ProfileForm.of(ProfileView.members(profile)));

        assertThat(profiles.writes()).isEqualTo(writes);
        assertThat(profile.lastModified()).isEqualTo(MovableClock.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'n':1,'social':[{'type':'weibo'}],'a':{},'address':{'zip':'510000'},'email':['a']}",
                "{'wechat_openid':['o1'],'social':[{'type':'weibo'},"
                        + "{'type':'wechat','openid':'o1','app_id':'a','version':3}]}",
                "{'wechat_openid':['o1','o2'],'social':["
                        + "{'n':1,'type':'wechat','openid':'o2','app_id':'a'},"
                        + "{'type':'wechat','openid':'o1'},"
                        + "{'n':2,'openid':'o1','type':'wechat','app_id':'a'}]}"
            })
    void touchesNothingWhenWhatItShowsIsWrittenBack(String json) {
        var profile = create(json);
        clock.advance(Duration.ofHours(1));

        writing.change(profile, ProfileForm.of(ProfileView.members(profile)));

        assertThat(profile.lastModified()).isEqualTo(MovableClock.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'n':2,'email':['a','b'],'gender':'Male'}",
                "{'n':1,'email':['b','a'],'gender':'Male'}",
                "{'n':1,'email':['a'],'gender':'Male'}",
                "{'n':1,'email':['a','b','c'],'gender':'Male'}",
                "{'n':1,'email':['a','b']}",
                "{'n':1,'email':['a','b'],'gender':'Male','address':{'city':'广州'}}",
                "{'n':1,'email':['a','b'],'gender':'Male','m':null}"
            })
    void movesTheTimeOnWhenAnythingChanges(String json) {
        var profile = create("{'n':1,'email':['a','b'],'gender':'Male'}");
        clock.advance(Duration.ofHours(1));

        change(profile, json);

        assertThat(profile.lastModified()).isEqualTo(clock.instant());
    }

    @Test
    void movesTheTimeOnWhenKeysHaveMoved() {
        var profile = create("{'n':1}");
        clock.advance(Duration.ofHours(1));

        writing.changeMoved(profile, form("{'n':1}"));

        assertThat(profile.lastModified()).isEqualTo(clock.instant());
    }

    @Test
    void movesTheTimeOnWhenASocialEntryChanges() {
        var profile = create("{'wechat_openid':['o1'],'social':[" + XIAOMING + "]}");
        clock.advance(Duration.ofHours(1));

        change(profile, "{'wechat_openid':['o1']}");

        assertThat(profile.lastModified()).isEqualTo(clock.instant());
        assertThat(ProfileView.members(profile).getJsonArray("social")).isEmpty();
    }

    @Test
    void forgetsWhatIsNotWrittenAnyMore() {
        var profile = create("{'gender':'Male','address':{'city':'广州'},'email':['a'],'n':1}");

        change(profile, "{}");

        assertThat(ProfileView.members(profile))
                .isEqualTo(ProfileMother.json("{" + ProfileMother.EMPTY + "}"));
        assertThat(profiles.indexOf(profile)).isEmpty();
    }

    @Test
    void refusesMoreValuesThanTheSettingsAllow() {
        var hundred = array(98, "'x%d'");

        assertThat(create("{'email':['a'],'rfid':['r'],'tags':" + hundred + "}")).isNotNull();
        assertThatThrownBy(() -> create("{'email':['b','c','d'],'tags':" + hundred + "}"))
                .isInstanceOf(InvalidBody.class)
                .hasMessage("The profile holds more than 100 values (sociallink.limits.values).");
        assertThatThrownBy(() -> create("{'email':" + array(101, "'y%d'") + "}"))
                .isInstanceOf(InvalidBody.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'tags':[%s]", "'email':[%s]", "'a':{'b':[[%s]]}", "'social':[{'x':[%s]}]"})
    void countsEqualValuesEachTime(String member) {
        var hundred = String.join(",", Collections.nCopies(100, "'e'"));

        assertThat(create("{" + member.formatted(hundred) + "}")).isNotNull();
        assertThatThrownBy(() -> create("{" + member.formatted(hundred + ",'e'") + "}"))
                .isInstanceOf(InvalidBody.class)
                .hasMessage("The profile holds more than 100 values (sociallink.limits.values).");
    }

    @Test
    void refusesADocumentThatNoBodyCouldHold() {
        var most = "x".repeat(1_048_576 - "{\"a\":\"\"}".length());

        assertThat(create("{'a':'" + most + "'}")).isNotNull();
        assertThatThrownBy(() -> create("{'a':'" + most + "x'}"))
                .isInstanceOf(InvalidBody.class)
                .hasMessage(
                        "The profile's document has more than 1048576 characters"
                                + " (sociallink.limits.body).");
    }

    @Test
    void refusesAChangeToMoreValuesThanTheSettingsAllow() {
        var profile = create("{'n':1}");

        assertThatThrownBy(() -> change(profile, "{'tags':" + array(101, "%d") + "}"))
                .isInstanceOf(InvalidBody.class);
        assertThat(ProfileView.members(profile)).containsKey("n");
    }

    @Test
    void indexesTheValuesOfTheDocument() {
        var profile = create("{'n':1,'tags':['a','b'],'gender':'Male','email':['x']}");

        assertThat(indexed(profile)).isEqualTo(form("{'n':1,'tags':['a','b']}").values());
    }

    @Test
    void indexesOnlyWhatChanges() {
        var profile = create("{'n':1,'tags':['a','b','c']}");
        var writes = profiles.writes();

        change(profile, "{'n':1,'tags':['a','c','d']}");

        assertThat(indexed(profile)).isEqualTo(form("{'n':1,'tags':['a','c','d']}").values());
        assertThat(profiles.writes()).isEqualTo(writes + 2);
    }

    @Test
    void writesWhatWeChatReportedIntoTheRowOfItsOpenid() {
        create("{'wechat_openid':['o1','o2'],'social':[" + XIAOMING + "]}");

        assertThat(profiles.key("o1").entry()).isEqualTo(new SocialEntry("wx1", null, null, "u1"));
        assertThat(profiles.key("o2").entry()).isNull();
    }

    @Test
    void claimsAUnionidOnce() {
        create(
                "{'wechat_openid':['o1','o2'],'social':["
                        + XIAOMING
                        + ",{'type':'wechat','openid':'o2','app_id':'wx2','unionid':'u1'}]}");
        create(
                "{'wechat_openid':['o3'],'social':["
                        + "{'type':'wechat','openid':'o3','app_id':'wx3','unionid':'u1'}]}");

        assertThat(profiles.firstUnionids()).containsExactly("u1");
    }

    @Test
    void keepsAClaimWhileTheUnionidStays() {
        var json = "{'wechat_openid':['o1'],'social':[" + XIAOMING + "],'n':%d}";
        var profile = create(json.formatted(1));

        change(profile, json.formatted(2));
        assertThat(profiles.firstUnionids()).containsExactly("u1");

        change(profile, json.formatted(3).replace("u1", "u2"));
        assertThat(profiles.firstUnionids()).containsExactly("u2");

        change(profile, "{'wechat_openid':['o1']}");
        assertThat(profiles.firstUnionids()).isEmpty();
    }

    @Test
    void notesWhoHasItsUnionidThroughAnotherOfficialAccount() {
        var first = create("{'wechat_openid':['o1'],'social':[" + XIAOMING + "]}");
        var second = create(through("o2", "wx2"));

        assertThat(duplicates.pairs).containsExactly(Set.of(first.id(), second.id()));
    }

    @Test
    void notesNobodyOfTheSameOfficialAccountOrOfAnotherAccount() {
        create("{'wechat_openid':['o1'],'social':[" + XIAOMING + "]}");
        create(through("o2", "wx1"));
        writing.create(new Profile(UUID.randomUUID(), clock.instant()), form(through("o1", "wx3")));

        assertThat(duplicates.pairs).isEmpty();
    }

    @Test
    void notesWhoBecomesADuplicateAndForgetsWhoNoLongerIs() {
        var first = create("{'wechat_openid':['o1'],'social':[" + XIAOMING + "]}");
        var second = create("{'wechat_openid':['o2']}");

        change(second, through("o2", "wx2"));
        assertThat(duplicates.pairs).containsExactly(Set.of(first.id(), second.id()));

        change(second, "{'wechat_openid':['o2']}");
        assertThat(duplicates.pairs).isEmpty();
    }

    private static String through(String openid, String app) {
        return "{'wechat_openid':['%s'],'social':[%s]}"
                .formatted(openid, XIAOMING.replace("o1", openid).replace("wx1", app));
    }

    private static String array(int size, String element) {
        return IntStream.range(0, size)
                .mapToObj(element::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Set<IndexedValue> indexed(Profile profile) {
        return profiles.indexOf(profile).stream()
                .map(ProfileIndexedValue::indexedValue)
                .collect(Collectors.toSet());
    }

    private Profile create(String json) {
        var profile = new Profile(account, clock.instant());
        writing.create(profile, form(json));
        return profile;
    }

    private void change(Profile profile, String json) {
        writing.change(profile, form(json));
    }

    private static ProfileForm form(String json) {
        return ProfileForm.of(ProfileMother.json(json));
    }

    private static List<String> shown(Profile profile, String member) {
        return ProfileView.members(profile).getJsonArray(member).stream()
                .map(JsonValue::toString)
                .map(text -> text.substring(1, text.length() - 1))
                .toList();
    }
}
