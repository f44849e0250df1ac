package com.xpkit.sociallink.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonDocument;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFormTest {

    @Test
    void readsAWholeConfiguration() {
        var form = read("auth_file_name", "MP_verify_x.txt", "auth_file_contents", "x");

        assertThat(form.name()).isEqualTo("Shop");
        assertThat(form.domain()).isEqualTo("app.example.com");
        assertThat(form.appId()).isEqualTo("wx0123456789abcdef");
        assertThat(form.appSecret()).contains("s3cret");
        assertThat(form.file().orElseThrow().contents()).isEqualTo("x");
        assertThat(form.experienceId()).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(faults(new JsonDocument(Json.createObjectBuilder().build()), true))
                .containsOnlyKeys("name", "domain", "app_id", "app_secret");
    }

    @Test
    void keepsTheSecretWhenNoneIsGiven() {
        var document = document("app_secret", null);

        assertThat(ConfigurationForm.of(form(document), false).appSecret()).isEmpty();
        assertThat(faults(document, true)).containsOnlyKeys("app_secret");
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' '",
        "type, weibo",
        "domain, https://app.example.com",
        "domain, a.example.com|a.example.com",
        "domain, a.example.com|",
        "app_id, wx 1",
        "app_id, wx&x=1",
        "app_secret, a b",
        "app_secret, ä",
        "auth_file_name, x.txt",
        "auth_file_contents, x"
    })
    void namesAFaultyMember(String member, String value) {
        assertThat(faults(document(member, value), true)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MP_verify_x.html",
                "../MP_verify_x.txt",
                "a/../x.txt",
                "/x.txt",
                "a//x.txt",
                ".x.txt",
                "a/.x.txt",
                "x.txt/",
                "x .txt",
                "x%2e.txt",
                "a\\x.txt",
                "a/b/c/d/x.txt",
                "api/x.txt",
                "health/x.txt",
                "WEB-INF/x.txt",
                "META-INF/x.txt",
                "WEB-INF/../x.txt"
            })
    void namesAFileThatIsNotServed(String name) {
        var document = document("auth_file_name", name, "auth_file_contents", "x");

        assertThat(faults(document, true)).containsOnlyKeys("auth_file_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MP_verify_a1B2.txt", "sub/MP_verify_x.txt", "a/b/c/x.y.txt", "api.txt"})
    void takesNamesAndPaths(String name) {
        assertThat(read("auth_file_name", name, "auth_file_contents", "x").file().get().name())
                .isEqualTo(name);
    }

    @Test
    void treatsAnEmptyFileAsNone() {
        assertThat(read("auth_file_name", "", "auth_file_contents", "").file()).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanItsColumn() {
        assertThat(faults(document("name", "x".repeat(256)), true)).containsOnlyKeys("name");
        assertThat(faults(document("experience_id", "x".repeat(256)), true))
                .containsOnlyKeys("experience_id");
    }

    @Test
    void namesUnknownMembers() {
        assertThat(faults(document("color", "red"), true))
                .containsExactlyEntriesOf(Map.of("color", "is unknown"));
    }

    @Test
    void showsNoSecretWhenPrinted() {
        assertThat(read("name", "Shop")).hasToString("ConfigurationForm Shop");
    }

    private static ConfigurationForm read(String... members) {
        return ConfigurationForm.of(form(document(members)), true);
    }

    private static Form form(JsonDocument document) {
        return Form.of(document, ConfigurationForm.MEMBERS);
    }

    private static Map<String, String> faults(JsonDocument document, boolean needsSecret) {
        var refused =
                catchThrowableOfType(
                        InvalidFields.class,
                        () -> ConfigurationForm.of(form(document), needsSecret));
        assertThat(refused).as("a refusal").isNotNull();
        return refused.fields();
    }

    /** A valid one except for these names and values; null removes a member. */
    private static JsonDocument document(String... others) {
        var json =
                Json.createObjectBuilder()
                        .add("name", "Shop")
                        .add("type", "wechat")
                        .add("domain", "app.example.com")
                        .add("app_id", "wx0123456789abcdef")
                        .add("app_secret", "s3cret");
        for (int i = 0; i < others.length; i += 2) {
            if (others[i + 1] == null) {
                json.remove(others[i]);
            } else {
                json.add(others[i], others[i + 1]);
            }
        }
        return new JsonDocument(json.build());
    }
}
