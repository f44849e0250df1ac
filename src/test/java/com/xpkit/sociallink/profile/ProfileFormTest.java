package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.JsonMother;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFormTest {

    @Test
    void takesAnEmptyProfile() {
        var form = form("{}");

        assertThat(form.keys()).containsOnlyKeys("wechat_openid", "email", "qr_code", "rfid");
        assertThat(form.keys().values()).allMatch(values -> values.isEmpty());
        assertThat(form.gender()).isEmpty();
        assertThat(form.city()).isEmpty();
        assertThat(form.documentText()).isEmpty();
    }

    @Test
    void takesNullForAbsentWhereAMemberHasAMeaning() {
        var form =
                form(
                        "{'wechat_openid':null,'email':null,'gender':null,'address':null,"
                                + "'social':null,'created':null}");

        assertThat(form.keys().values()).allMatch(values -> values.isEmpty());
        assertThat(form.documentText()).isEmpty();
    }

    @Test
    void readsTheKeysOfEachKindInTheirOrder() {
        var form = form("{'wechat_openid':['o2','o1'],'email':['a@b'],'qr_code':['q'],'rfid':[]}");

        assertThat(form.keys().get("wechat_openid")).containsExactly("o2", "o1");
        assertThat(form.keys().get("email")).containsExactly("a@b");
        assertThat(form.keys().get("qr_code")).containsExactly("q");
        assertThat(form.keys().get("rfid")).isEmpty();
    }

    @Test
    void takesAKeyThatOccursTwiceOnce() {
        assertThat(form("{'email':['a@b','c@d','a@b','A@B']}").keys().get("email"))
                .containsExactly("a@b", "c@d", "A@B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat_openid", "email", "qr_code", "rfid"})
    void refusesKeysThatAreNotAnArrayOfStrings(String kind) {
        for (var value : "'x' 7 true {} [7] ['x',null] [['x']]".split(" ")) {
            assertThat(faults("{'" + kind + "':" + value + "}"))
                    .containsExactlyEntriesOf(Map.of(kind, "must be an array of strings"));
        }
    }

    @Test
    void refusesAKeyThatIsBlankOrTooLong() {
        var longest = "x".repeat(255);

        assertThat(form("{'rfid':['" + longest + "']}").keys().get("rfid")).hasSize(1);
        for (var value : new String[] {"", " ", longest + "x"}) {
            assertThat(faults("{'rfid':['ok','" + value + "']}"))
                    .containsOnlyKeys("rfid")
                    .containsValue("holds a string that is blank or longer than 255 characters");
        }
    }

    @Test
    void readsGenderAndAddress() {
        var form = form("{'gender':'Male','address':{'city':'广州','province':'广东','country':'中国'}}");

        assertThat(form.gender()).contains("Male");
        assertThat(form.city()).contains("广州");
        assertThat(form.province()).contains("广东");
        assertThat(form.country()).contains("中国");
        assertThat(form.documentText()).isEmpty();
    }

    @Test
    void treatsEmptyTextAsAbsent() {
        var form = form("{'gender':'','address':{'city':''}}");

        assertThat(form.gender()).isEmpty();
        assertThat(form.city()).isEmpty();
        assertThat(form.documentText()).isEmpty();
    }

    @Test
    void keepsTheFreeMembersOfAnAddress() {
        assertThat(form("{'address':{'zip':'510000','city':'广州','floor':null}}").documentText())
                .contains("{\"address\":{\"zip\":\"510000\",\"floor\":null}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'city':'a','address':{'city':'b'}}",
                "{'address':{'city':'b'},'city':'a'}",
                "{'address':{'city':'b','province':'c'},'city':'a'}"
            })
    void keepsAFreeMemberThatIsCalledLikeOneOfTheAddress(String json) {
        assertThat(form(json).documentText()).contains("{\"city\":\"a\"}");
        assertThat(form(json).city()).contains("b");
    }

    @ParameterizedTest
    @CsvSource({"gender, 64", "address.city, 255", "address.province, 255", "address.country, 255"})
    void refusesTextsThatAreInvalidOrTooLong(String path, int longest) {
        assertThat(faults(with(path, "7"))).containsEntry(path, "must be a string");
        assertThat(faults(with(path, "['x']"))).containsEntry(path, "must be a string");
        assertThat(faults(with(path, "'" + "x".repeat(longest + 1) + "'")))
                .containsEntry(path, "is longer than " + longest + " characters");
        assertThat(form(with(path, "'" + "x".repeat(longest) + "'")).documentText()).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsNotAnObject() {
        assertThat(faults("{'address':'广州'}")).containsEntry("address", "must be an object");
        assertThat(faults("{'address':[]}")).containsEntry("address", "must be an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x'", "{}", "[7]", "[{},null]", "[[]]"})
    void refusesSocialThatIsNotAnArrayOfObjects(String value) {
        assertThat(faults("{'social':" + value + "}"))
                .containsExactlyEntriesOf(Map.of("social", "must be an array of objects"));
    }

    @ParameterizedTest
    @CsvSource({
        "type, 64",
        "openid, 255",
        "nickname, 255",
        "headimgurl, 1024",
        "app_id, 64",
        "unionid, 128"
    })
    void refusesSocialTextsThatAreInvalidOrTooLong(String member, int longest) {
        var path = "social." + member;

        assertThat(faults("{'social':[{'" + member + "':7}]}"))
                .containsExactlyEntriesOf(Map.of(path, "must be a string"));
        assertThat(faults("{'social':[{'" + member + "':'" + "x".repeat(longest + 1) + "'}]}"))
                .containsEntry(path, "is longer than " + longest + " characters");
        assertThat(form("{'social':[{'" + member + "':'" + "x".repeat(longest) + "'}]}").values())
                .isNotEmpty();
    }

    @Test
    void readsWhatWeChatReportedAboutAnOpenidOfTheProfile() {
        var form =
                form(
                        "{'social':[{'type':'wechat','openid':'o1','app_id':'wx1','nickname':'小明',"
                                + "'headimgurl':'https://h','unionid':'u1'}],'wechat_openid':['o1']}");

        assertThat(form.social("o1")).isEqualTo(new SocialEntry("wx1", "小明", "https://h", "u1"));
        assertThat(form.unionids()).containsExactly("u1");
        assertThat(form.documentText()).isEmpty();
    }

    @Test
    void leavesOutWhatWeChatDidNotReport() {
        var form =
                form(
                        "{'wechat_openid':['o1'],'social':[{'type':'wechat','openid':'o1',"
                                + "'app_id':'wx1','nickname':'','unionid':null}]}");

        assertThat(form.social("o1")).isEqualTo(new SocialEntry("wx1", null, null, null));
        assertThat(form.unionids()).isEmpty();
        assertThat(form.documentText()).isEmpty();
    }

    @Test
    void keepsInTheDocumentWhatAClientAddedToWeChatsEntry() {
        var form =
                form(
                        "{'wechat_openid':['o1'],'social':[{'type':'wechat','openid':'o1',"
                                + "'app_id':'wx1','nickname':'n','level':3}]}");

        assertThat(form.documentText())
                .contains("{\"social\":[{\"type\":\"wechat\",\"openid\":\"o1\",\"level\":3}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'weibo','openid':'o1','app_id':'wx1'}",
                "{'openid':'o1','app_id':'wx1'}",
                "{'type':'wechat','openid':'stranger','app_id':'wx1'}",
                "{'type':'wechat','openid':'o1'}",
                "{'type':'wechat','openid':'o1','app_id':''}",
                "{'type':'wechat','nickname':null,'followers':12}",
                "{}"
            })
    void keepsAnyOtherEntryAsItCame(String entry) {
        var form = form("{'wechat_openid':['o1'],'social':[" + entry + "]}");

        assertThat(form.social("o1")).isNull();
        assertThat(form.documentText()).contains("{\"social\":[" + entry.replace('\'', '"') + "]}");
    }

    @Test
    void keepsTheSecondEntryOfAnOpenidAsItCame() {
        var form =
                form(
                        "{'wechat_openid':['o1'],'social':["
                                + "{'type':'wechat','openid':'o1','app_id':'wx1'},"
                                + "{'type':'wechat','openid':'o1','app_id':'wx2'}]}");

        assertThat(form.social("o1").appId()).isEqualTo("wx1");
        assertThat(form.documentText().orElseThrow()).contains("wx2").doesNotContain("wx1");
    }

    @Test
    void refusesTwoEntriesOfOneOpenidThroughOneOfficialAccount() {
        var entry = "{'type':'wechat','openid':'o1','app_id':'wx1'}";

        assertThat(faults("{'wechat_openid':['o1'],'social':[" + entry + "," + entry + "]}"))
                .containsExactlyEntriesOf(
                        Map.of("social", "holds two entries of one openid with one app_id"));
    }

    @Test
    void ignoresTheServicesOwnMembers() {
        assertThat(form("{'created':7,'last_modified':{'x':1}}").documentText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x__limit", "x__", "_xpkit_id", "_xpkit_"})
    void refusesReservedNames(String name) {
        assertThat(faults("{'" + name + "':null,'a':1}"))
                .containsExactlyEntriesOf(Map.of(name, "has a name that is reserved"));
    }

    @Test
    void takesNamesThatOnlyLookReserved() {
        var json = "{\"x_\":1,\"X__a\":1,\"ax__\":1,\"_xpkit\":1,\"a\":{\"x__b\":1}}";

        assertThat(form(json).documentText()).contains(json);
    }

    @Test
    void keepsFreeMembersAsTheyCame() {
        var json =
                "{\"first_name\":\"明\",\"nothing\":null,\"no\":false,\"empty\":\"\",\"size\":1.50,"
                        + "\"list\":[],\"object\":{},\"deep\":{\"a\":[{\"b\":[null,1.0]}]},"
                        + "\"huge\":123456789012345678901234567890.10,\"\":\"nameless\"}";

        assertThat(form(json).documentText()).contains(json);
    }

    @Test
    void namesAllFaultsAtOnce() {
        var faults =
                faults(
                        "{'email':'x','gender':7,'x__a':1,'address':{'city':1,'country':2},"
                                + "'social':[{'type':1,'nickname':2}]}");

        assertThat(faults)
                .containsOnlyKeys(
                        "email",
                        "gender",
                        "x__a",
                        "address.city",
                        "address.country",
                        "social.type",
                        "social.nickname");
    }

    @Test
    void showsNoNicknameWhenPrinted() {
        assertThat(new SocialEntry("wx1", "小明", null, null)).hasToString("SocialEntry");
    }

    private static String with(String path, String value) {
        var names = path.split("\\.");
        return names.length == 1
                ? "{'%s':%s}".formatted(path, value)
                : "{'%s':{'%s':%s}}".formatted(names[0], names[1], value);
    }

    private static ProfileForm form(String json) {
        return ProfileForm.of(JsonMother.document(json).json());
    }

    private static Map<String, String> faults(String json) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> form(json));
        assertThat(refused).as("a refusal of %s", json).isNotNull();
        return refused.fields();
    }
}
