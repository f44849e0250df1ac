package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Tenant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal that is due to a limit names its setting. Every such setting is covered. */
class NamedLimitsIT extends OnAServer {

    private static final String PREFIX = "sociallink.limits.";

    private final Tenant tenant = Service.tenant();
    private final Map<String, Supplier<Answer>> beyond = new TreeMap<>();

    NamedLimitsIT() {
        beyond.put("body", () -> profile("{'a':'" + "x".repeat(1_048_600) + "'}"));
        beyond.put("form", () -> Service.API.askForToken("x".repeat(20_000), "secret"));
        beyond.put("depth", () -> profile("{'a':" + "[".repeat(101) + "]".repeat(101) + "}"));
        beyond.put("elements", () -> profile("{'a':[" + joined(100_001, ",", "0") + "]}"));
        beyond.put("name", () -> profile("{'" + "x".repeat(256) + "':1}"));
        beyond.put("path", () -> profile(nested(5)));
        beyond.put("values", () -> profile("{'a':[" + joined(1_001, ",", "0") + "]}"));
        beyond.put(
                "profiles",
                () ->
                        tenant.send(
                                "POST",
                                "/api/profiles/",
                                "{'profiles':[" + joined(5_001, ",", "{}") + "]}"));
        beyond.put("conditions", () -> list("a%d=1", 51));
        beyond.put("condition-values", () -> tenant.list("a__in=" + joined(501, "%7C", "1")));
        beyond.put("sort-keys", () -> tenant.list("x__order_by=" + joined(11, "%7C", "a")));
        beyond.put("query", () -> tenant.list("x__query=" + "x".repeat(1_001)));
        beyond.put("merge", () -> merge(12, "'x':[" + joined(900, ",", "0") + "]"));
        beyond.put("merge-profiles", () -> tenant.preview(id(), ids(101)));
        beyond.put("merge-bytes", () -> merge(3, "'a':'" + "x".repeat(800_000) + "'"));
    }

    private Answer profile(String body) {
        return tenant.send("POST", "/api/profile/", body);
    }

    private static String joined(int many, String between, String text) {
        return IntStream.range(0, many).mapToObj(i -> text).collect(Collectors.joining(between));
    }

    private static String nested(int deep) {
        var name = "'" + "x".repeat(250) + "'";
        return ("{" + name + ":").repeat(deep) + "1" + "}".repeat(deep);
    }

    private Answer list(String condition, int many) {
        return tenant.list(
                IntStream.range(0, many)
                        .mapToObj(condition::formatted)
                        .collect(Collectors.joining("&")));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String[] ids(int many) {
        return Stream.generate(NamedLimitsIT::id).limit(many).toArray(String[]::new);
    }

    private Answer merge(int many, String member) {
        var others =
                IntStream.range(0, many)
                        .mapToObj(i -> tenant.profile("{" + member + "}"))
                        .toArray(String[]::new);
        return tenant.preview(tenant.profile("{}"), others);
    }

    @Test
    void areNamedByEachRefusal() throws IOException {
        // a page beyond its limit is shorter; the others are in SlowBodiesIT and ShareOfAnAccountIT
        var elsewhere = List.of("page", "body-time", "forms", "at-once");
        assertThat(settings()).containsAll(elsewhere);
        assertThat(settings())
                .hasSize(beyond.size() + elsewhere.size())
                .containsAll(beyond.keySet());

        beyond.forEach(
                (limit, request) -> {
                    var answer = request.get();

                    assertThat(answer.status()).as(limit + answer.body()).isBetween(400, 499);
                    assertThat(answer.json().getString("description"))
                            .contains("(" + PREFIX + limit + ")")
                            .containsPattern("[0-9]")
                            .hasSizeLessThan(5_000);
                });
    }

    private static TreeSet<String> settings() throws IOException {
        var properties = new Properties();
        var file = "/META-INF/microprofile-config.properties";
        try (var in = NamedLimitsIT.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
