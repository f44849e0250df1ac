package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile documents: refused with a clear 4xx, or stored and returned exactly. */
class HostileDocumentsIT extends OnAServer {

    private static final int MEGABYTE = 1024 * 1024;

    private final Tenant tenant = Service.tenant();

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("10 MB", 413, "{\"a\":\"" + "x".repeat(10 * MEGABYTE) + "\"}"),
                Arguments.of("a key of 1 MB", 413, "{\"" + "k".repeat(MEGABYTE) + "\":1}"),
                Arguments.of(
                        "10,000 deep", 400, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
                Arguments.of(
                        "arrays 10,000 deep",
                        400,
                        "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                Arguments.of("never closed", 400, "{\"a\":".repeat(10_000)),
                Arguments.of("10,000 members", 400, members(10_000)),
                Arguments.of(
                        "10,000 elements",
                        400,
                        "{\"a\":[" + "1,2,".repeat(2_500) + numbers(10_000) + "]}"),
                Arguments.of("10,000 keys", 400, "{\"email\":[" + quoted(10_000) + "]}"),
                Arguments.of(
                        "a key of half a megabyte",
                        400,
                        "{\"" + "k".repeat(MEGABYTE / 2) + "\":\"v\"}"),
                Arguments.of(
                        "a path of 10,000 characters",
                        400,
                        ("{\"" + "k".repeat(199) + "\":").repeat(50) + "1" + "}".repeat(50)),
                Arguments.of(
                        "300,000 equal elements", 400, "{\"a\":[" + "0,".repeat(299_999) + "0]}"),
                Arguments.of("2,000 equal elements", 400, "{\"a\":[" + "0,".repeat(1_999) + "0]}"),
                Arguments.of(
                        "2,000 empty elements", 400, "{\"a\":[" + "[],".repeat(1_999) + "{}]}"),
                Arguments.of(
                        "2,000 equal keys",
                        400,
                        "{\"email\":[" + "\"e\",".repeat(1_999) + "\"e\"]}"),
                Arguments.of("duplicate keys", 400, "{\"a\":1,\"a\":2}"),
                Arguments.of("duplicate keys inside", 400, "{\"b\":[{\"a\":1,\"a\":2}]}"),
                Arguments.of("duplicate keys, escaped", 400, "{\"a\":1,\"\\u0061\":2}"),
                Arguments.of("a lone surrogate", 400, "{\"a\":\"\\ud83d\"}"),
                Arguments.of("a lone surrogate in a name", 400, "{\"\\udc00\":1}"),
                Arguments.of("surrogates turned around", 400, "{\"a\":\"\\ude00\\ud83d\"}"),
                Arguments.of("a lone surrogate in a key", 400, "{\"email\":[\"\\ud83d\"]}"),
                Arguments.of("NUL", 400, "{\"a\":[\"x\\u0000\"]}"),
                Arguments.of("NUL in a name", 400, "{\"a\\u0000\":1}"),
                Arguments.of("NUL in an OpenID", 400, "{\"wechat_openid\":[\"\\u0000\"]}"),
                Arguments.of("raw NUL", 400, "{\"a\":\"\0\"}"),
                Arguments.of("raw control character", 400, "{\"a\":\"\n\"}"),
                Arguments.of("an exponent beyond everything", 400, "{\"a\":1e99999999999}"),
                Arguments.of("a large exponent", 400, "{\"a\":1e999999999}"),
                Arguments.of("a small exponent", 400, "{\"a\":1e-999999999}"),
                Arguments.of(
                        "a number of 100,000 digits", 400, "{\"a\":" + "9".repeat(100_000) + "}"),
                Arguments.of("not a number", 400, "{\"a\":NaN}"),
                Arguments.of("hexadecimal", 400, "{\"a\":0x10}"),
                Arguments.of("a leading zero", 400, "{\"a\":01}"),
                Arguments.of("a comment", 400, "{/*x*/\"a\":1}"),
                Arguments.of("two documents", 400, "{} {}"),
                Arguments.of("an array", 400, "[{}]"),
                Arguments.of("a string", 400, "\"x\""),
                Arguments.of("nothing but blanks", 400, "   "),
                Arguments.of("two byte order marks", 400, "\ufeff\ufeff{}"));
    }

    private static String members(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "\"m" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String numbers(int many) {
        return IntStream.range(0, many)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static String quoted(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "\"" + i + "\"")
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void areRefusedWithAClearWord(String what, int status, String body) {
        var other = tenant.profile("{'a':'untouched'}");
        var paths =
                List.of(
                        tenant.client().send("POST", "/api/profile/", body),
                        tenant.client().send("PUT", "/api/profile/" + other + "/", body),
                        tenant.client().send("PATCH", "/api/profile/" + other + "/", body),
                        tenant.client().send("POST", "/api/profile/create-update/", body));

        for (var answer : paths) {
            expect(answer).isRefused(status);
            assertThat(answer.body())
                    .as(what)
                    .hasSizeLessThan(1_000)
                    .doesNotContain("jakarta", "Exception");
        }
        assertThat(tenant.read(other).resource().getString("a")).isEqualTo("untouched");
        assertThat(tenant.find("")).as("nothing was stored").hasSize(1);
    }

    static Stream<Arguments> stored() {
        return Stream.of(
                Arguments.of("a name of 255 characters", "{\"" + "k".repeat(255) + "\":\"v\"}"),
                Arguments.of(
                        "a string of half a megabyte",
                        "{\"a\":\"" + "中".repeat(MEGABYTE / 8) + "\"}"),
                Arguments.of("90 deep", "{\"a\":".repeat(90) + "1" + "}".repeat(90)),
                Arguments.of("900 members", members(900)),
                Arguments.of("900 keys", "{\"email\":[" + quoted(900) + "]}"),
                Arguments.of(
                        "control characters",
                        "{\"a\":\"\\u0001\\u001f\\b\\t\\u007f\\u0085\\u2028\"}"),
                Arguments.of(
                        "noncharacters",
                        "{\"a\":\"\uffff\ufffe\udbff\udfff\",\"\ud83d\ude00\":\"\u202e\"}"),
                Arguments.of(
                        "numbers beyond double",
                        "{\"a\":12345678901234567890.12345678901234567890,\"b\":1E+4000,\"c\":-1E-4000}"),
                Arguments.of(
                        "spellings of numbers", "{\"a\":1.10,\"b\":100,\"c\":0.000001,\"d\":0}"),
                Arguments.of(
                        "dots and slashes",
                        "{\"a.b\":{\"c/d\":{\"~0\":1}},\"a\":{\"b.c/d\":2},\"\":{\"\":3}}"),
                Arguments.of(
                        "words of other languages",
                        "{\"constructor\":1,\"__proto__\":{\"x\":1},\"$where\":\"1\",\"a;DROP TABLE profile\":\"';--\"}"),
                Arguments.of(
                        "names of ours, inside",
                        "{\"a\":{\"x__b\":1,\"created\":2,\"email\":\"no array\"}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stored")
    void areStoredAndGivenBackExactly(String what, String body) {
        var created = ApiClient.created(tenant.client().send("POST", "/api/profile/", body));

        var read = tenant.read(created.id());
        var expected = Tenant.object(body.contains("'") ? "{}" : body);
        expected.forEach(
                (name, value) -> assertThat(read.resource().get(name)).as(what).isEqualTo(value));
        for (var number : List.of("1.10", "12345678901234567890.12345678901234567890", "1E+4000")) {
            var member = "\":" + number; // the moments in the answer have such digits, too
            assertThat(read.body().contains(member)).as(number).isEqualTo(body.contains(member));
        }
        var path = "/api/profile/" + created.id() + "/";
        expect(tenant.client().send("PUT", path, read.resource().toString())).has(200);
        assertThat(tenant.read(created.id()).etag()).isEqualTo(created.etag());
    }

    private static JsonObject parsed(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    @Test
    void areFoundByTheirOddNames() {
        var id = tenant.profile("{'a.b':{'c/d':1},'😀':'𝒳','':{'':3}}");

        assertThat(tenant.find("a.b.c%2Fd=1")).containsExactly(id);
        assertThat(tenant.find("%F0%9F%98%80=%F0%9D%92%B3")).containsExactly(id);
        assertThat(tenant.find(".=3")).containsExactly(id);
        expect(tenant.list("a%00=3")).isRefused(400);
        expect(tenant.list("a=%00")).isRefused(400);
        expect(tenant.list("a__gt=%00")).isRefused(400);
        expect(tenant.list("x__order_by=a%00")).isRefused(400);
        assertThat(tenant.find("a'%20or%201=1%20--=x")).isEmpty();
        assertThat(tenant.find("x__order_by=a%27b%22c")).containsExactly(id);
    }
}
