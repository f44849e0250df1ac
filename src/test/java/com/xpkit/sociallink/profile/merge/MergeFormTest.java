package com.xpkit.sociallink.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.JsonMother;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeFormTest {

    private static final String A = "0a1b2c3d-0000-4000-8000-00000000000a";
    private static final String B = "0a1b2c3d-0000-4000-8000-00000000000b";
    private static final String C = "0a1b2c3d-0000-4000-8000-00000000000c";

    @Test
    void readsTheIdsInTheirOrderEachOnce() {
        var form = form(A, "['" + C + "','" + B + "','" + C.toUpperCase() + "']");

        assertThat(form.authority()).isEqualTo(UUID.fromString(A));
        assertThat(form.profiles()).containsExactly(UUID.fromString(C), UUID.fromString(B));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "null, is missing",
                "'', is missing",
                "7, must be a string",
                "'x', must be the id of a profile",
                "'1-1-1-1-1', must be the id of a profile"
            })
    void refusesAnAuthorityThatIsNotAnId(String authority, String reason) {
        assertThat(faults("{'authority':" + authority + ",'profiles':['" + B + "']}"))
                .containsExactlyEntriesOf(Map.of("authority", reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'x'", "[7]", "{}", "['x']", "['" + B + "','x']"})
    void refusesProfilesThatAreNotAnArrayOfIds(String profiles) {
        assertThat(faults("{'authority':'" + A + "','profiles':" + profiles + "}"))
                .containsOnlyKeys("profiles");
    }

    @Test
    void needsAProfileToMerge() {
        assertThat(faults("{'authority':'" + A + "','profiles':[]}"))
                .containsEntry("profiles", "must hold the id of at least one profile");
    }

    @Test
    void mergesNoProfileIntoItself() {
        var profiles = "['" + B + "','" + A.toUpperCase() + "']";

        assertThat(faults("{'authority':'" + A + "','profiles':" + profiles + "}"))
                .containsEntry("profiles", "holds the authority itself");
    }

    @Test
    void takesAHundredAndNoMore() {
        assertThat(form(A, ids(100)).profiles()).hasSize(100);
        assertThat(faults("{'authority':'" + A + "','profiles':" + ids(101) + "}"))
                .containsEntry(
                        "profiles", "holds more than 100 ids (sociallink.limits.merge-profiles)");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faults("{'webhook_url':'x'}"))
                .containsOnlyKeys("authority", "profiles", "webhook_url");
    }

    private static String ids(int many) {
        return Stream.generate(() -> "'" + UUID.randomUUID() + "'")
                .limit(many)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static MergeForm form(String authority, String profiles) {
        return form("{'authority':'" + authority + "','profiles':" + profiles + "}");
    }

    private static MergeForm form(String json) {
        return MergeForm.of(JsonMother.document(json), 100);
    }

    private static Map<String, String> faults(String json) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> form(json));
        assertThat(refused).as("a refusal of %s", json).isNotNull();
        return refused.fields();
    }
}
