package com.xpkit.sociallink.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractAssert;

/** What the contract promises about answers. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
    }

    public static AnswerAssert expect(Answer answer) {
        return new AnswerAssert(answer);
    }

    public AnswerAssert has(int status) {
        assertThat(actual.status()).as(actual.body()).isEqualTo(status);
        return this;
    }

    /**
     * The visitor is sent exactly there. The Location has a fragment even if the address has none: otherwise a
     * browser would carry over WeChat's.
     */
    public AnswerAssert goesTo(String address) {
        has(302);
        var location = address.contains("#") ? address : address + "#";
        assertThat(actual.header("Location")).hasValue(location);
        return isNotKept();
    }

    /** The visitor is sent to the application, which learns their profile and nothing else. */
    public String linksTo(String application) {
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
    public AnswerAssert isPageWith(String shown) {
        has(400);
        assertThat(actual.header("Location")).isEmpty();
        assertThat(actual.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(actual.body()).contains("<code>" + shown + "</code>").contains("lang=\"zh");
        assertThat(actual.body()).containsPattern("reference</span> <code>[0-9a-f]{12}</code>");
        return isNotKept();
    }

    /** No cache keeps the answer, and no later page learns its address. */
    public AnswerAssert isNotKept() {
        assertThat(actual.header("Cache-Control")).hasValue("no-store");
        assertThat(actual.header("Referrer-Policy")).hasValue("no-referrer");
        return this;
    }

    /** An error in the contract's shape. */
    public AnswerAssert isRefused(int status) {
        has(status);
        assertThat(actual.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(actual.json()).containsOnlyKeys("error", "description", "extra_info");
        assertThat(actual.json().getString("error")).matches("[a-z_]+");
        assertThat(actual.json().getString("description")).isNotBlank();
        return this;
    }

    public AnswerAssert isRefused(int status, String error) {
        isRefused(status);
        assertThat(actual.json().getString("error")).isEqualTo(error);
        return this;
    }

    public AnswerAssert naming(String... fields) {
        assertThat(actual.fields()).containsExactlyInAnyOrder(fields);
        return this;
    }
}
