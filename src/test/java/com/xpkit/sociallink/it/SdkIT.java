package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.Tenant.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.it.XpkitSdk.XpkitError;
import com.xpkit.sociallink.server.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an application written for XPKit does, with the SDK's classes Profiles, SocialAuth and Jobs. */
class SdkIT extends OnAServer {

    private final XpkitSdk sdk = sdk();

    private static XpkitSdk sdk() {
        var operator = Service.operator();
        var app =
                operator.registerApp(
                        operator.openAccount(),
                        "profile:read",
                        "profile:write",
                        "configuration:read",
                        "configuration:write",
                        "job:read");
        return new XpkitSdk(app.getString("client_id"), app.getString("client_secret"));
    }

    @Test
    void keepsProfiles() {
        var created =
                sdk.callResource(
                        "/api/profile", "POST", object("{'email':['a@x'],'first_name':'A'}"));
        var path = "/api/profile/" + created.getString("resource_id");

        assertThat(resource(sdk.callResource(path, "GET")).getString("first_name")).isEqualTo("A");
        var replaced = sdk.callResource(path, "PUT", object("{'email':['a@x'],'last_name':'B'}"));
        assertThat(resource(replaced)).doesNotContainKey("first_name");
        var updated = sdk.callResource(path, "PATCH", object("{'first_name':'C'}"));
        assertThat(resource(updated).getString("last_name")).isEqualTo("B");
        assertThat(created.getString("resource_url")).isEqualTo(path + "/");
        assertThat(sdk.deleteResource(path)).isTrue();
        assertThat(error(() -> sdk.callResource(path, "GET")).code()).isEqualTo(404);
    }

    @Test
    void createsAnEmptyProfile() {
        assertThat(
                        resource(sdk.callResource("/api/profile", "POST", object("{}")))
                                .getJsonArray("email"))
                .isEmpty();
    }

    @Test
    void listsProfilesByPagesAndTokens() {
        for (var name : List.of("A", "B", "C")) {
            sdk.callResource("/api/profile", "POST", object("{'first_name':'" + name + "'}"));
        }

        var first =
                sdk.getResources(
                        "/api/profile", Map.of("x__limit", "2", "x__order_by", "first_name__desc"));
        assertThat(first)
                .containsOnlyKeys(
                        "results", "count", "next", "next_token", "previous", "previous_token");
        assertThat(first.getInt("count")).isEqualTo(3);
        assertThat(first.getInt("next")).isEqualTo(2);
        var second =
                sdk.getResources(
                        "/api/profile",
                        Map.of(
                                "x__limit",
                                "2",
                                "x__order_by",
                                "first_name__desc",
                                "x__token",
                                first.getString("next_token")));
        assertThat(names(second)).containsExactly("A");
        assertThat(
                        names(
                                sdk.getResources(
                                        "/api/profile",
                                        Map.of("first_name__in", "A|C", "x__page", ""))))
                .containsExactlyInAnyOrder("A", "C");
        assertThat(names(sdk.getResources("/api/profile", Map.of("x__query", "b"))))
                .containsExactly("B");
        assertThat(sdk.getResources("/api/profile", Map.of()).getInt("count")).isEqualTo(3);
    }

    private static List<String> names(JsonObject list) {
        return list.getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(result -> resource(result).getString("first_name"))
                .toList();
    }

    @Test
    void createsOrUpdatesAProfile() {
        var one = sdk.callResource("/api/profile/create-update", "POST", object("{'rfid':['1']}"));
        var two =
                sdk.callResource(
                        "/api/profile/create-update", "POST", object("{'rfid':['1'],'n':2}"));

        assertThat(two.getString("resource_id")).isEqualTo(one.getString("resource_id"));
    }

    @Test
    void mergesProfilesAndFollowsTheJob() {
        var one =
                sdk.callResource("/api/profile", "POST", object("{'email':['1@x']}"))
                        .getString("resource_id");
        var two =
                sdk.callResource("/api/profile", "POST", object("{'email':['2@x']}"))
                        .getString("resource_id");

        var ticket =
                sdk.callResource(
                        "/api/profile/merge",
                        "POST",
                        object("{'authority':'" + one + "','profiles':['" + two + "']}"));

        assertThat(ticket).containsOnlyKeys("job_id", "info", "status");
        assertThat(finished(ticket).getString("status")).isEqualTo("Succeeded");
        var followed = sdk.callResource("/api/profile/" + two, "GET");
        assertThat(followed.getString("resource_id")).as("by the 308").isEqualTo(one);
        assertThat(resource(followed).getJsonArray("email")).hasSize(2);
    }

    @Test
    void createsManyProfilesAndFindsTheJobInTheList() {
        var ticket =
                sdk.callResource("/api/profiles", "POST", object("{'profiles':[{'n':1},{'n':2}]}"));

        assertThat(finished(ticket).getJsonObject("result").getInt("succeeded")).isEqualTo(2);
        var jobs = sdk.getResources("/api/job", Map.of("x__limit", "1", "x__token", ""));
        var job = resource(jobs.getJsonArray("results").getJsonObject(0));
        assertThat(job)
                .containsOnlyKeys(
                        "job_id",
                        "status",
                        "info",
                        "result",
                        "xpkit_service",
                        "created",
                        "last_modified");
        assertThat(job.getString("job_id")).isEqualTo(ticket.getString("job_id"));
    }

    private JsonObject finished(JsonObject ticket) {
        var path = "/api/job/" + ticket.getString("job_id");
        Await.until(
                "the job is over",
                Duration.ofSeconds(30),
                () ->
                        List.of("Succeeded", "Failed")
                                .contains(
                                        resource(sdk.callResource(path, "GET"))
                                                .getString("status")));
        return resource(sdk.callResource(path, "GET"));
    }

    @Test
    void keepsConfigurations() {
        var form =
                "{'name':'Shop','type':'wechat','experience_id':'e1','domain':'app.example.com','app_id':'wx1',"
                        + "'app_secret':'s','auth_file_name':'%s','auth_file_contents':'c'}";
        var file = Service.unique("MP_verify_") + ".txt";
        var created = sdk.callResource("/api/configuration", "POST", object(form.formatted(file)));
        var path = "/api/configuration/" + created.getString("resource_id");

        assertThat(resource(sdk.callResource(path, "GET")).getString("experience_id"))
                .isEqualTo("e1");
        var replaced =
                sdk.callResource(path, "PUT", object(form.formatted(file).replace("Shop", "New")));
        assertThat(resource(replaced).getString("name")).isEqualTo("New");
        assertThat(sdk.getResources("/api/configuration", Map.of("name", "New")).getInt("count"))
                .isEqualTo(1);
        assertThat(sdk.deleteResource(path)).isTrue();
    }

    @Test
    void asksForAnotherTokenOnceWhenOneIsVoid() {
        sdk.forgetToken();

        sdk.getResources("/api/profile", Map.of());

        assertThat(sdk.tokens()).isEqualTo(2);
        assertThat(error(() -> sdk.getResources("/api/app", Map.of())).code()).isEqualTo(403);
        assertThat(sdk.tokens()).isEqualTo(3);
    }

    @Test
    void readsTheErrorsWord() {
        var refused = error(() -> sdk.callResource("/api/profile", "POST", object("{'email':1}")));

        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused).hasMessage("invalid_request");
    }

    private static XpkitError error(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(XpkitError.class, call);
    }

    private static JsonObject resource(JsonObject answer) {
        return answer.getJsonObject("resource");
    }
}
