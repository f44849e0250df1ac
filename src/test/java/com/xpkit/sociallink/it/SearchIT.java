package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code x__query} finds a text regardless of case, and takes every character literally. */
class SearchIT extends OnAServer {

    private final Tenant tenant = Service.tenant();

    private List<String> search(String text) {
        return tenant.find("x__query=" + ApiClient.encode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "Élodie, Élodie",
        "Élodie, élodie",
        "Élodie, ÉLODIE",
        "Елена, ЕЛЕНА",
        "Елена, елена",
        "ＡＢＣ小店, ａｂｃ",
        "ＡＢＣ小店, 小店",
        "ΟΔΟΣ, οδος",
        "ΟΔΟΣ, οδοσ",
        "οδος, ΟΔΟΣ",
        "οδος 5, οδοσ 5",
        "ΟΔΟΣΗΜΟ, οδος",
        "İstanbul, istanbul",
        "İstanbul, ISTANBUL",
        "ISPARTA, ısparta",
        "Weißer, WEIẞER",
        "ქართული, ᲥᲐᲠᲗᲣᲚᲘ",
        "ꭰꮃꮿ, ᎠᎳᏯ",
        "𐐔𐐯𐑅𐐨𐑉𐐯𐐻, 𐐼𐐯𐑅𐐀𐑉𐐯𐐓",
        "\u212A 300, k 300",
        "Ǆungla, ǆUNGLA",
        "a😀B, A😀b"
    })
    void findsATextWhateverItsCaseInAnyScript(String stored, String asked) {
        var named = tenant.profile("{'first_name':'<%s>'}".formatted(stored));
        var nicknamed = tenant.profile(nickname(stored));
        tenant.profile("{'first_name':'somebody else'}");

        assertThat(search(asked)).containsExactlyInAnyOrder(named, nicknamed);
    }

    private static String nickname(String nickname) {
        return ("{'wechat_openid':['o1'],'social':[{'type':'wechat','openid':'o1','app_id':'wx1',"
                        + "'nickname':'%s'}]}")
                .formatted(nickname);
    }

    @ParameterizedTest
    @CsvSource({
        "Élodie, elodie",
        "Élodie, E\u0301lodie",
        "Weißer, WEISSER",
        "ＡＢＣ, abc",
        "😀, 😁",
        "𐐨, 𐐩",
        "a?b, a😀b",
        "a😀b, a?b"
    })
    void tellsOtherLettersApart(String stored, String asked) {
        tenant.profile("{'first_name':'%s'}".formatted(stored));

        assertThat(search(asked)).isEmpty();
    }

    /** Every letter that has a case in this Java. A text of forty letters is found only if each of them matches. */
    @Test
    void foldsEveryLetterThatHasACase() {
        var texts = new ArrayList<int[]>();
        var letters = IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(SearchIT::hasCase);
        var all = letters.toArray();
        for (int i = 0; i < all.length; i += 40) {
            texts.add(Arrays.copyOfRange(all, i, Math.min(all.length, i + 40)));
        }
        var profile =
                tenant.profile(
                        IntStream.range(0, texts.size())
                                .mapToObj(i -> "'" + text(i, texts.get(i), c -> c) + "'")
                                .collect(Collectors.joining(",", "{'letters':[", "]}")));

        for (int i = 0; i < texts.size(); i++) {
            assertFinds(profile, text(i, texts.get(i), Character::toUpperCase));
            assertFinds(profile, text(i, texts.get(i), Character::toLowerCase));
        }
        assertThat(all).hasSizeGreaterThan(2_700);
    }

    private static boolean hasCase(int character) {
        return Character.toUpperCase(character) != character
                || Character.toLowerCase(character) != character;
    }

    private static String text(int number, int[] letters, IntUnaryOperator mapping) {
        return IntStream.of(letters)
                .map(mapping)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", number + ".", "."));
    }

    private void assertFinds(String profile, String text) {
        assertThat(search(text)).as(text).containsExactly(profile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "!", "\\", ".", "*", "+", "?", "[", "]", "(", ")", "{2}", "|", "^", "$",
                "a.c", "(?i)", "***=", "\\d", "[a-z]", "#", "a b", "a#b", "a\nb", "\t", "\"", "''",
                "-"
            })
    void takesEveryCharacterLiterally(String text) {
        var json = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        var found =
                tenant.client()
                        .send(
                                "POST",
                                "/api/profile/",
                                "{\"note\":\"<" + json.replace("\t", "\\t") + ">\"}")
                        .id();
        tenant.profile("{'note':'a5c bbb abcd','more':'ab'}");

        assertThat(search("<" + text + ">")).containsExactly(found);
        assertThat(search(text)).contains(found).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void searchesLongStringsToTheirEnd() {
        var id = tenant.profile("{'long':'%sÉ'}".formatted("ж".repeat(5_000)));

        assertThat(search("Ж".repeat(200) + "é")).containsExactly(id);
        assertThat(search("Ж".repeat(999) + "é")).containsExactly(id);
        assertThat(search("Ж".repeat(200) + "e")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "i", "ſ", "😀", "(", "ᾳ"})
    void refusesAQuestionThatIsTooLong(String character) {
        var longest = "x__query=" + ApiClient.encode(character.repeat(1_000));

        expect(tenant.list(longest)).has(200);
        expect(tenant.list(longest + "x")).isRefused(400).naming("x__query");
    }

    /** What UTF-8 cannot encode is not text. */
    @ParameterizedTest
    @ValueSource(strings = {"%ED%A0%80", "a%ED%A0%80%2B", "%FF%28", "%C3%28"})
    void findsNothingByWhatIsNotText(String encoded) {
        tenant.profile("{'note':'a ( + ?'}");

        assertThat(tenant.list("x__query=" + encoded).status()).isIn(200, 400);
        assertThat(tenant.list("x__query=" + encoded).body()).doesNotContain("resource_id");
    }

    @Test
    void foldsTheSameInEveryList() {
        var operator = Service.operator();
        var own = Service.unique("");
        var account =
                ApiClient.created(operator.post("/api/account/", ApiClient.account("ÉЖΣ" + own)))
                        .id();
        var of = "?account_id=" + account + "&x__query=" + ApiClient.encode("éжς" + own);
        ApiClient.created(
                operator.post("/api/app/", ApiClient.app(account, "ÉЖΣ" + own, "app:read")));
        var configuration =
                ApiClient.configuration(Service.officialAccount(), "a.example.com")
                        .add("account_id", account)
                        .add("name", "ÉЖΣ" + own);
        ApiClient.created(operator.post("/api/configuration/", configuration));

        assertThat(operator.get("/api/account/" + of.replaceAll("account_id=.*?&", "")).results())
                .hasSize(1);
        assertThat(operator.get("/api/app/" + of).results()).hasSize(1);
        assertThat(operator.get("/api/configuration/" + of).results()).hasSize(1);
    }

    @Test
    void foldsTheSameInListsOfMergesDuplicatesAndJobs() {
        var one = tenant.profile(withUnionid("o1", "wx1"));
        var two = tenant.profile(withUnionid("o2", "wx2"));
        var query = "?x__query=" + ApiClient.encode("éжς");

        assertThat(tenant.client().get("/api/profile/duplicates/" + query).results()).hasSize(1);

        tenant.merge(one, two);
        assertThat(tenant.client().get("/api/profile/" + one + "/merges/" + query).results())
                .hasSize(1);

        tenant.finished(
                tenant.send("POST", "/api/profiles/", "{'profiles':[{'x__ÉЖΣ':'is reserved'}]}"));
        assertThat(tenant.client().get("/api/job/" + query).results()).hasSize(1);
    }

    private static String withUnionid(String openid, String app) {
        return ("{'wechat_openid':['%s'],'social':[{'type':'wechat','openid':'%1$s','app_id':'%s',"
                        + "'unionid':'ÉЖΣ','nickname':'ÉЖΣ'}],'ÉЖΣ':'ÉЖΣ'}")
                .formatted(openid, app);
    }
}
