package com.xpkit.sociallink.profile.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.JsonMother;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFormTest {

    private static final int MAX = 3;

    @Test
    void readsWhatIsThere() {
        var form =
                form(
                        "{'account_id':'a1','profiles':[{'n':1},{}],'update':true,"
                                + "'webhook_url':'https://hook.example.com/x?y=z'}");

        assertThat(form.account()).isEqualTo("a1");
        assertThat(form.profiles()).extracting(Object::toString).containsExactly("{\"n\":1}", "{}");
        assertThat(form.isUpdate()).isTrue();
        assertThat(form.webhook()).contains("https://hook.example.com/x?y=z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'profiles':[{}]}",
                "{'profiles':[{}],'account_id':null,'update':null,'webhook_url':null}",
                "{'profiles':[{}],'update':false}"
            })
    void createsAndTellsNobodyUnlessAsked(String json) {
        assertThat(form(json).isUpdate()).isFalse();
        assertThat(form(json).webhook()).isEmpty();
        assertThat(form(json).account()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "'x'", "[7]", "[{},null]", "[[]]"})
    void refusesProfilesThatAreMissingOrNotObjects(String profiles) {
        assertThat(faults("{'profiles':" + profiles + "}"))
                .containsEntry("profiles", "must be an array of at least one object");
    }

    @Test
    void takesAsManyAsTheSettingsAllow() {
        assertThat(form("{'profiles':[{},{},{}]}").profiles()).hasSize(MAX);
        assertThat(faults("{'profiles':[{},{},{},{}]}"))
                .containsEntry(
                        "profiles", "holds more than 3 profiles (sociallink.limits.profiles)");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faults("{'update':'yes','webhook_url':7,'colour':1}"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "profiles", "must be an array of at least one object",
                                "update", "must be true or false",
                                "webhook_url", "must be a string",
                                "colour", "is unknown"));
    }

    @Test
    void leavesEachProfileToBeJudgedLater() {
        assertThat(form("{'profiles':[{'email':7,'x__a':1}]}").profiles()).hasSize(1);
    }

    private static BulkForm form(String json) {
        return BulkForm.of(JsonMother.document(json), MAX);
    }

    private static Map<String, String> faults(String json) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> form(json));
        assertThat(refused).as("a refusal of %s", json).isNotNull();
        return refused.fields();
    }
}
