package com.xpkit.sociallink.simulator;

import static com.xpkit.sociallink.simulator.Backend.errcode;
import static com.xpkit.sociallink.simulator.Backend.json;
import static com.xpkit.sociallink.simulator.Backend.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserinfoCallTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final WeChatSimulator simulator =
            WeChatSimulator.start(SimulatorOptions.defaults().clock(clock));
    private final Backend backend = new Backend(simulator);
    private final OfficialAccount account =
            simulator.register(new OfficialAccount("wx1", "secret1", "a.example"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void returnsNicknameAndAvatarAndEmptyMembersSince2021() throws Exception {
        JsonObject profile = json(backend.userinfo(token(People.EMOJI.sex(1).from("a", "b", "c"))));

        assertThat(profile.getString("openid")).isEqualTo(People.EMOJI.openid("wx1"));
        assertThat(profile.getString("nickname")).isEqualTo("李华🌸🐼👩‍💻");
        assertThat(profile.getInt("sex")).isZero();
        assertThat(profile.keySet())
                .containsExactly(
                        "openid",
                        "nickname",
                        "sex",
                        "language",
                        "city",
                        "province",
                        "country",
                        "headimgurl",
                        "privilege");
        assertThat(profile.values()).filteredOn(Json.createValue("")::equals).hasSize(4);
        assertThat(profile.getJsonArray("privilege")).isEmpty();
    }

    @Test
    void escapesSlashes() throws Exception {
        String body = text(backend.userinfo(token(People.XIAOMING)));

        assertThat(body)
                .containsPattern(
                        "\"headimgurl\":\"https:\\\\/\\\\/thirdwx\\.qlogo\\.cn\\\\/mmopen"
                                + "\\\\/vi_32\\\\/[\\w-]+\\\\/132\"");
    }

    @Test
    void leavesTheAvatarEmptyForAVisitorWithoutOne() throws Exception {
        JsonObject profile = json(backend.userinfo(token(People.XIAOMING.withoutAvatar())));

        assertThat(profile.getString("headimgurl")).isEmpty();
    }

    @Test
    void speaksPlainTextWithoutACharset() throws Exception {
        HttpResponse<byte[]> answer = backend.userinfo(token(People.XIAOMING));

        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain");
    }

    @Test
    void returnsGenderAndRegionOfAnOldFriend() throws Exception {
        JsonObject profile = json(backend.userinfo(token(People.OLD_FRIEND)));

        assertThat(profile.getInt("sex")).isEqualTo(2);
        assertThat(profile.getString("language")).isEqualTo("zh_CN");
        assertThat(profile.getString("city")).isEqualTo("广州");
        assertThat(profile.getString("province")).isEqualTo("广东");
        assertThat(profile.getString("country")).isEqualTo("中国");
    }

    @Test
    void writesTheSexAsAStringWhenTold() throws Exception {
        Visitor visitor = People.OLD_FRIEND.shape(ProfileShape.BEFORE_2021_WITH_SEX_AS_TEXT).sex(1);

        JsonObject profile = json(backend.userinfo(token(visitor)));

        assertThat(profile.get("sex")).isEqualTo(Json.createValue("1"));
    }

    @Test
    void returnsEverybodyInTheShapeOfTheOptions() throws Exception {
        SimulatorOptions old = SimulatorOptions.defaults().shape(ProfileShape.BEFORE_2021);
        try (WeChatSimulator formerly = WeChatSimulator.start(old)) {
            formerly.register(account);
            Backend caller = new Backend(formerly);
            String code = formerly.issueCode("wx1", People.XIAOMING.sex(1), Scope.SNSAPI_USERINFO);

            JsonObject profile = json(caller.userinfo(json(caller.exchange(account, code))));

            assertThat(profile.getInt("sex")).isEqualTo(1);
        }
    }

    @Test
    void sendsControlCharactersAndBrokenUtf8AsTheyAre() throws Exception {
        HttpResponse<byte[]> answer = backend.userinfo(token(People.ODD));

        String bytes = new String(answer.body(), ISO_8859_1);
        assertThat(bytes).contains("<b>O'Dd<\\/b> \\\"\\\\\\/ \u0007\u0014 \u00f0\u009f\u0098 ");
        assertThat(text(answer)).contains("\ufffd 王\"");
        assertThatThrownBy(() -> json(answer)).isInstanceOf(JsonParsingException.class);
    }

    @Test
    void returnsTheUnionidOfABoundAccount() throws Exception {
        simulator.register(account.boundTo("brand"));

        JsonObject bound = json(backend.userinfo(token(People.XIAOMING)));

        assertThat(bound.getString("unionid")).isEqualTo(People.XIAOMING.unionid("brand"));
    }

    @Test
    void refusesWhatIsMissingOrForeign() throws Exception {
        String good = token(People.XIAOMING).getString("access_token");
        String userinfo = "/sns/userinfo?access_token=";

        assertThat(errcode(backend.get("/sns/userinfo"))).isEqualTo(41001);
        assertThat(errcode(backend.get(userinfo + good))).isEqualTo(41009);
        assertThat(errcode(backend.get(userinfo + "82_no&openid=o1"))).isEqualTo(40001);
        assertThat(errcode(backend.get(userinfo + good + "&openid=o1"))).isEqualTo(40003);
    }

    @Test
    void refusesASilentToken() throws Exception {
        JsonObject token = token(People.XIAOMING, Scope.SNSAPI_BASE);

        JsonObject error = json(backend.userinfo(token));

        assertThat(error.getInt("errcode")).isEqualTo(48001);
        assertThat(error.getString("errmsg")).startsWith("api unauthorized, rid: 695735a5-");
    }

    @Test
    void refusesATokenAfterTwoHours() throws Exception {
        JsonObject token = token(People.XIAOMING);

        clock.advance(Duration.ofSeconds(7199));
        assertThat(errcode(backend.userinfo(token))).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(errcode(backend.userinfo(token))).isEqualTo(42001);
    }

    private JsonObject token(Visitor visitor) throws Exception {
        return token(visitor, Scope.SNSAPI_USERINFO);
    }

    private JsonObject token(Visitor visitor, Scope scope) throws Exception {
        return json(backend.exchange(account, simulator.issueCode("wx1", visitor, scope)));
    }
}
