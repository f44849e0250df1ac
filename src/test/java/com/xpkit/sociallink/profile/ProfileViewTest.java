package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileViewTest {

    @Test
    void showsTheArraysOfAnEmptyProfile() {
        assertThat(ProfileView.members(ProfileMother.written("{}")))
                .isEqualTo(ProfileMother.json("{" + ProfileMother.EMPTY + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'wechat_openid':['o2','o1'],'social':[],'email':['a@b'],'qr_code':['q','p'],"
                        + "'rfid':['r']",
                "'gender':'Male','address':{'city':'广州','province':'广东','country':'中国'},",
                "'address':{'zip':'510000','city':'广州','lines':['1','2'],'floor':null},",
                "'address':{'zip':'510000'},'city':'a','province':null,",
                "'first_name':'明','nothing':null,'no':false,'yes':true,'empty':'','list':[],"
                        + "'object':{},'':'nameless','a.b':1,'a':{'b':2},",
                "'deep':{'a':[{'b':[null,1.0,[{'c':{}}]]}]},'again':['x','x'],",
                "'size':5,'same':5.0,'small':-0.10,'exact':9007199254740993,"
                        + "'huge':123456789012345678901234567890.10,'tiny':1e-400,'vast':-1.5E+999,",
                "'text':'\\u0007\\t\\n\\\\ \\u2028 🐼 \\u007f','x_':'x','met':'2026-01-02T03:04:05+08:00',"
            })
    void showsWhatWasWritten(String members) {
        var json = "{" + members + (members.endsWith(",") ? ProfileMother.EMPTY : "") + "}";

        assertThat(ProfileView.members(ProfileMother.written(json)))
                .isEqualTo(ProfileMother.json(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'wechat','openid':'o1','app_id':'wx1','nickname':'小明',"
                        + "'headimgurl':'https://h','unionid':'u1'}",
                "{'type':'wechat','openid':'o1','app_id':'wx1'}",
                "{'type':'wechat','openid':'o1','app_id':'wx1','level':3.0,'tags':[null,{}]}",
                "{'type':'wechat','openid':'o1','nickname':'without an app'}",
                "{'type':'wechat','openid':'o1','app_id':'wx1'},"
                        + "{'type':'wechat','openid':'o1','app_id':'wx2'}",
                "{'type':'wechat','openid':'stranger','app_id':'wx1'}",
                "{'type':'weibo','openid':'o1','nickname':'x','followers':12}",
                "{'note':null}",
                "{'type':'wechat','openid':'o1','app_id':'wx1','level':1},"
                        + "{'type':'wechat','openid':'o2','app_id':'wx2','level':2},"
                        + "{'type':'wechat','openid':'o1','app_id':'wx2','level':3},"
                        + "{'type':'weibo','openid':'w1'}"
            })
    void showsTheSocialEntriesThatWereWritten(String entries) {
        var json =
                "{'wechat_openid':['o1','o2'],'social':[%s],'email':[],'qr_code':[],'rfid':[]}"
                        .formatted(entries);

        assertThat(ProfileView.members(ProfileMother.written(json)))
                .isEqualTo(ProfileMother.json(json));
    }

    @Test
    void showsNumbersAsTheyWereSpelled() {
        var profile = ProfileMother.written("{'a':1.50,'b':5.0,'c':0.00,'d':10}");

        assertThat(ProfileView.members(profile).toString())
                .endsWith("\"a\":1.50,\"b\":5.0,\"c\":0.00,\"d\":10}");
    }

    @Test
    void addsWhatLinksHaveLearntSinceToAnEntryWithoutAnApp() {
        var profile =
                ProfileMother.written(
                        "{'wechat_openid':['o1'],'social':[{'type':'wechat','openid':'o1',"
                                + "'nickname':'old','level':3}]}");

        profile.keys().get(0).learn(VisitorMother.named("wx1", "o1", "小明"), false);

        assertThat(ProfileView.members(profile).getJsonArray("social"))
                .containsExactly(
                        ProfileMother.json(
                                "{'type':'wechat','openid':'o1','nickname':'小明',"
                                        + "'app_id':'wx1','level':3}"));
    }

    @Test
    void showsTheEntriesOfItsOpenidsFirst() {
        var profile =
                ProfileMother.written(
                        "{'wechat_openid':['o1','o2'],'social':[{'type':'weibo'},"
                                + "{'type':'wechat','openid':'o2','app_id':'wx2'},"
                                + "{'type':'wechat','openid':'o1','app_id':'wx1'}]}");

        assertThat(ProfileView.members(profile).getJsonArray("social"))
                .extracting(entry -> entry.asJsonObject().getString("openid", "none"))
                .containsExactly("o1", "o2", "none");
    }

    @Test
    void showsTheServicesOwnMembers() {
        var created = MovableClock.START;
        var modified = created.plus(Duration.ofHours(1));
        var profile = new Profile(UUID.randomUUID(), UUID.randomUUID(), created, modified);

        var view = ProfileView.of(profile, List.of());

        assertThat(view.resource().getString("created")).isEqualTo(created.toString());
        assertThat(view.resource().getString("last_modified")).isEqualTo(modified.toString());
        assertThat(view.json().getString("resource_url"))
                .isEqualTo("/api/profile/" + profile.id() + "/");
    }

    @Test
    void showsTheKeysThatItIsGiven() {
        var profile = ProfileMother.written("{'email':['a@b']}");

        assertThat(ProfileView.of(profile).resource().getJsonArray("email")).hasSize(1);
        assertThat(ProfileView.of(profile, List.of()).resource().getJsonArray("email")).isEmpty();
    }
}
