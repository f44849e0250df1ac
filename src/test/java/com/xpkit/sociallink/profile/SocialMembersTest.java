package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialMembersTest {

    @Test
    void knowsAPersonByTypeAndOpenid() {
        var person = identity("{'type':'wechat','openid':'o1','app_id':'wx1'}");

        assertThat(identity("{'openid':'o1','type':'wechat','nickname':'x'}")).isEqualTo(person);
        assertThat(identity("{'type':'wechat','openid':'O1'}")).isNotEqualTo(person);
        assertThat(identity("{'type':'weibo','openid':'o1'}")).isNotEqualTo(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'wechat'}",
                "{'openid':'o1'}",
                "{'type':null,'openid':'o1'}",
                "{'type':'wechat','openid':7}"
            })
    void knowsNobodyByAnEntryThatDoesNotSayWhoseItIs(String entry) {
        assertThat(identity(entry)).isNull();
    }

    @Test
    void namesTheMembersOfEveryEntry() {
        assertThat(SocialMembers.names())
                .containsExactly("app_id", "headimgurl", "nickname", "openid", "type", "unionid");
    }

    private static String identity(String entry) {
        return SocialMembers.identity(ProfileMother.json(entry));
    }
}
