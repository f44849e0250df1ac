package com.xpkit.sociallink.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.error.InvalidFields;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    private static final Set<String> KNOWN =
            Set.of("name", "note", "tags", "account_id", "parts", "update");

    @Test
    void readsWhatIsThere() {
        var form = form("{'name':'ä 🐼','tags':['a','b']}");

        assertThat(form.required("name", 10)).isEqualTo("ä 🐼");
        assertThat(form.optional("note", 10)).isEmpty();
        assertThat(form.texts("tags")).containsExactly("a", "b");
        assertThatCode(form::check).doesNotThrowAnyException();
    }

    @Test
    void needsABody() {
        assertThatThrownBy(() -> Form.of(null, KNOWN)).isInstanceOf(InvalidBody.class);
        assertThatThrownBy(() -> Form.patched(json("{}").json(), null, KNOWN))
                .isInstanceOf(InvalidBody.class);
    }

    @Test
    void namesAllFaultsAtOnce() {
        var form = form("{'name':7,'note':'toolong','color':'red','tags':'a'}");
        form.required("name", 10);
        form.optional("note", 3);
        form.texts("tags");

        assertThat(faults(form))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "name", "must be a string",
                                "note", "is longer than 3 characters",
                                "color", "is unknown",
                                "tags", "must be an array of strings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'name':null}", "{'name':''}", "{'name':' \\t '}"})
    void namesWhatIsMissing(String json) {
        var form = form(json);

        assertThat(form.required("name", 10)).isBlank();

        assertThat(faults(form)).containsExactlyEntriesOf(Map.of("name", "is missing"));
    }

    @Test
    void takesNullForAbsent() {
        var form = form("{'note':null}");

        assertThat(form.optional("note", 10)).isEmpty();
        assertThatCode(form::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\u001f", "\\ud83d", "\\udc3c", "a\\ud83db"})
    void refusesWhatCannotBeStored(String escaped) {
        var form = form("{'name':'x" + escaped + "'}");
        form.required("name", 100);

        assertThat(faults(form).get("name")).contains("control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r\\n", "\\t", "\\ud83d\\udc3c"})
    void takesLinesTabsAndWholePairs(String escaped) {
        var form = form("{'name':'x" + escaped + "'}");
        form.required("name", 100);

        assertThatCode(form::check).doesNotThrowAnyException();
    }

    @Test
    void takesTheServicesOwnMembersBackAndIgnoresThem() {
        var form = form("{'name':'x','created':'1','last_modified':'2','client_id':'3'}");

        assertThatCode(form::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'tags':null}", "{}", "{'tags':{}}", "{'tags':['a',1]}"})
    void namesAnArrayThatIsNotOne(String json) {
        var form = form(json);
        form.texts("tags");

        assertThat(faults(form)).containsOnlyKeys("tags");
    }

    @Test
    void readsTheObjectsOfAnArray() {
        var form = form("{'parts':[{'a':1},{}]}");

        assertThat(form.objects("parts")).hasSize(2).contains(json("{'a':1}").json());
        assertThatCode(form::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "'x'", "[7]", "[{},null]", "[{},[]]"})
    void namesAnArrayThatContainsNoObjects(String parts) {
        var form = form("{'parts':" + parts + "}");

        assertThat(form.objects("parts")).isEmpty();

        assertThat(faults(form))
                .containsExactlyEntriesOf(
                        Map.of("parts", "must be an array of at least one object"));
    }

    @Test
    void namesMissingObjects() {
        var form = form("{}");

        assertThat(form.objects("parts")).isEmpty();

        assertThat(faults(form)).containsOnlyKeys("parts");
    }

    @Test
    void readsFlags() {
        assertThat(form("{'update':true}").flag("update")).isTrue();
        for (var json : new String[] {"{}", "{'update':null}", "{'update':false}"}) {
            var form = form(json);
            assertThat(form.flag("update")).isFalse();
            assertThatCode(form::check).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'true'", "1", "0", "''", "[]", "{}"})
    void namesAFlagThatIsNotOne(String update) {
        var form = form("{'update':" + update + "}");

        assertThat(form.flag("update")).isFalse();

        assertThat(faults(form))
                .containsExactlyEntriesOf(Map.of("update", "must be true or false"));
    }

    @Test
    void mergesAPatch() {
        var current = json("{'name':'a','note':'b'}").json();

        var form = Form.patched(current, json("{'note':null,'tags':['x']}"), KNOWN);

        assertThat(form.required("name", 10)).isEqualTo("a");
        assertThat(form.optional("note", 10)).isEmpty();
        assertThat(form.texts("tags")).containsExactly("x");
    }

    @Test
    void namesAnUnknownMemberOfAPatchAndNotOfTheResource() {
        var current = json("{'secret_member':'a'}").json();

        var form = Form.patched(current, json("{'color':null}"), KNOWN);

        assertThat(faults(form)).containsOnlyKeys("color");
    }

    @Test
    void leavesAResourceInItsAccount() {
        var account = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");
        var same = form("{'account_id':'0A1B2C3D-0000-4000-8000-000000000001'}");
        var other = form("{'account_id':'" + UUID.randomUUID() + "'}");

        same.keepAccount(account);
        other.keepAccount(account);

        assertThatCode(same::check).doesNotThrowAnyException();
        assertThat(faults(other)).containsEntry("account_id", "cannot be changed");
    }

    @Test
    void keepsTheFirstFaultOfAMember() {
        var form = form("{}");
        form.fault("name", "first");
        form.fault("name", "second");

        assertThat(faults(form)).containsEntry("name", "first");
    }

    private static Form form(String json) {
        return Form.of(json(json), KNOWN);
    }

    private static JsonDocument json(String json) {
        return JsonMother.document(json);
    }

    private static Map<String, String> faults(Form form) {
        var refused = catchThrowableOfType(InvalidFields.class, form::check);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.fields();
    }
}
