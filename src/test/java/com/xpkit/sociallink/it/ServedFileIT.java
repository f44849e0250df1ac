package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verification files as WeChat fetches them. */
class ServedFileIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Phone phone = Service.phone();

    @Test
    void servesVerificationFilesByteForByte() {
        var name = Service.unique("MP_verify_") + ".txt";
        serve(name, "zK9 中文 no newline");

        var answer = Service.browser("any").open(URI.create(Service.URL + "/" + name));

        expect(answer).has(200);
        assertThat(answer.body()).isEqualTo("zK9 中文 no newline");
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(phone.look(URI.create(Service.URL + "/" + name)).status()).isEqualTo(200);
    }

    @Test
    void servesVerificationFilesBelowAPath() {
        var name = "sub/" + Service.unique("MP_verify_") + ".txt";
        serve(name, "abc");

        assertThat(phone.open(URI.create(Service.URL + "/" + name)).body()).isEqualTo("abc");
        var without = URI.create(Service.URL + name.substring(3));
        expect(phone.open(without)).isRefused(404, "not_found");
        assertThat(phone.look(without).status()).isEqualTo(404);
    }

    @Test
    void stopsServingAVerificationFileWhenItsConfigurationIsGone() {
        var name = Service.unique("MP_verify_") + ".txt";
        serve(name, "abc");

        expect(shop.client().delete("/api/configuration/" + shop.configuration())).has(204);

        expect(phone.open(URI.create(Service.URL + "/" + name))).isRefused(404, "not_found");
    }

    @Test
    void aRenamedOrRewrittenVerificationFileIsServedAtOnceEvenBehindACache() {
        var name = Service.unique("MP_verify_") + ".txt";
        var renamed = Service.unique("MP_verify_") + ".txt";
        serve(name, "abc");
        var missing = phone.open(URI.create(Service.URL + "/" + renamed));
        expect(missing).isRefused(404, "not_found");

        serve(renamed, "def");

        expect(phone.open(URI.create(Service.URL + "/" + name))).isRefused(404, "not_found");
        var served = phone.open(URI.create(Service.URL + "/" + renamed));
        assertThat(served.body()).isEqualTo("def");
        assertThat(List.of(served, missing))
                .allMatch(answer -> answer.header("Cache-Control").orElse("").equals("no-cache"));
        serve(renamed, "ghi");
        assertThat(phone.open(URI.create(Service.URL + "/" + renamed)).body()).isEqualTo("ghi");
    }

    private void serve(String name, String contents) {
        change(
                Json.createObjectBuilder()
                        .add("auth_file_name", name)
                        .add("auth_file_contents", contents));
    }

    private void change(JsonObjectBuilder members) {
        expect(shop.client().patch("/api/configuration/" + shop.configuration(), members)).has(200);
    }
}
