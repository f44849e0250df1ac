package com.xpkit.sociallink.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Oddity;
import com.xpkit.sociallink.server.OwnAnswer;
import com.xpkit.sociallink.server.ServerUnderTest;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What the contract promises of answers. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
    }

    static AnswerAssert expect(Answer answer) {
        return new AnswerAssert(answer);
    }

    AnswerAssert has(int status) {
        assertThat(actual.status()).as(actual.body()).isEqualTo(status);
        return this;
    }

    /**
     * The visitor is sent exactly there. The Location has a fragment even if the address has none: a
     * browser would carry WeChat's over.
     */
    AnswerAssert goesTo(String address) {
        has(302);
        var location = address.contains("#") ? address : address + "#";
        assertThat(actual.header("Location")).hasValue(location);
        return isNotKept();
    }

    /** The visitor is sent to the application, which learns their profile: nothing else, nowhere else. */
    String linksTo(String application) {
        has(302);
        var profile = actual.sent("profile_id").orElse("none: " + actual.location());
        var joint = application.contains("?") ? "&" : "?";
        return goesTo(application + joint + "profile_id=" + profile).andIsUuid(profile);
    }

    private String andIsUuid(String profile) {
        assertThat(profile).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return profile;
    }

    /** A page for the visitor instead of a redirect. */
    AnswerAssert isPageWith(String shown) {
        has(400);
        assertThat(actual.header("Location")).isEmpty();
        assertThat(actual.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(actual.body()).contains("<code>" + shown + "</code>").contains("lang=\"zh");
        assertThat(actual.body()).containsPattern("reference</span> <code>[0-9a-f]{12}</code>");
        return isNotKept();
    }

    /** Nobody keeps the answer, and no later page learns of its address. */
    AnswerAssert isNotKept() {
        assertThat(actual.header("Cache-Control")).hasValue("no-store");
        assertThat(actual.header("Referrer-Policy")).hasValue("no-referrer");
        return this;
    }

    /** An error in the contract's shape. */
    AnswerAssert isRefused(int status) {
        has(status);
        assertThat(actual.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(actual.json()).containsOnlyKeys("error", "description", "extra_info");
        assertThat(actual.json().getString("error")).matches("[a-z_]+");
        assertThat(actual.json().getString("description")).isNotBlank();
        return this;
    }

    /** An error in the contract's shape, or the server's own where that one does not ask the service. */
    AnswerAssert isRefused(int status, Oddity... odd) {
        return Stream.of(odd)
                .flatMap(each -> ServerUnderTest.ownAnswer(each).stream())
                .findFirst()
                .map(this::isServers)
                .orElseGet(() -> isRefused(status));
    }

    private AnswerAssert isServers(OwnAnswer own) {
        has(own.status());
        assertThat(actual.header("Content-Type").orElse("")).startsWith(own.type());
        assertThat(actual.body().isEmpty()).isEqualTo(own.type().isEmpty());
        return this;
    }

    AnswerAssert isRefused(int status, String error) {
        isRefused(status);
        assertThat(actual.json().getString("error")).isEqualTo(error);
        return this;
    }

    AnswerAssert naming(String... fields) {
        assertThat(actual.fields()).containsExactlyInAnyOrder(fields);
        return this;
    }
}
