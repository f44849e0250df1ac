package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An app that may write profiles and not read them: no answer shows it what is stored. */
class ProfileWriteOnlyIT extends OnAServer {

    private static final String STORED =
            "{'email': ['ming@example.com'], 'first_name': 'Ming', 'tags': ['secret-tag']}";

    private final Tenant tenant = Service.tenant();
    private final Tenant writer =
            new Tenant(
                    tenant.account(),
                    Service.operator().appOf(tenant.account(), "profile:write", "job:read"));
    private final String profile = tenant.profile(STORED);

    @Test
    void getsOnlyTheAddressOfWhatItWrites() {
        var answers =
                List.of(
                        writer.create("{'email': ['other@example.com']}"),
                        writer.createOrUpdate("{'email': ['ming@example.com']}"),
                        writer.patch(profile, "{}"),
                        writer.replace(profile, STORED));

        assertThat(answers.stream().map(Answer::status)).containsExactly(201, 200, 200, 200);
        assertThat(answers).allSatisfy(this::assertShowsNothing);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.etag()).isNotEmpty());
        assertThat(answers.get(3).etag()).isEqualTo(tenant.read(profile).etag());
    }

    private void assertShowsNothing(Answer answer) {
        assertThat(answer.json()).containsOnlyKeys("resource_id", "resource_url");
        assertThat(answer.body()).doesNotContain("Ming", "ming", "tag");
    }

    @Test
    void seesNoPreviewOfAMerge() {
        var other = tenant.profile("{'first_name': 'Other'}");

        var answer = writer.preview(other, profile);

        expect(answer).isRefused(403, "insufficient_scope");
        assertThat(answer.json().getString("description")).contains("profile:read");
        expect(tenant.preview(other, profile)).has(200);
    }

    @Test
    void undoesAMergeAndSeesNothingOfIt() {
        var other = tenant.profile("{'email': ['other@example.com'], 'tags': ['other-tag']}");
        var merge = writer.merge(other, profile);

        var undone = writer.undo(other, merge);

        expect(undone).has(200);
        assertShowsNothing(undone);
        expect(tenant.read(profile)).has(200);
    }

    @Test
    void learnsNoValueFromAnUndoThatIsRefused() {
        var other = tenant.profile("{'tags': ['other-tag']}");
        var merge = writer.merge(other, profile);
        expect(writer.patch(other, "{'tags': []}")).has(200);

        var refused = writer.undo(other, merge);

        expect(refused).isRefused(409).naming("/tags");
        assertThat(refused.body()).doesNotContain("secret-tag", "ming");
        assertThat(tenant.undo(other, merge).body()).contains("secret-tag");
    }

    @Test
    void learnsOnlyIdsFromRefusalsAndJobs() {
        var taken = writer.send("POST", "/api/profile/", STORED);
        var bulk =
                writer.send(
                        "POST",
                        "/api/profiles/",
                        "{'update': true, 'profiles': [{'email': ['ming@example.com']}]}");

        expect(taken).isRefused(409).naming("email");
        assertThat(taken.body()).contains(profile).doesNotContain("Ming", "tag");
        assertThat(writer.finished(bulk).toString())
                .contains(profile)
                .doesNotContain("Ming", "tag");
    }
}
