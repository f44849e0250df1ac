package com.xpkit.sociallink.profile.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.JsonMother;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileBodyTest {

    private static final UUID HOME = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");

    @Test
    void separatesTheAccountFromTheMembers() {
        var body = body("{'account_id':'" + HOME + "','name':'x','note':null}");

        assertThat(body.account()).isEqualTo(HOME.toString());
        assertThat(body.members())
                .isEqualTo(JsonMother.document("{'name':'x','note':null}").json());
    }

    @Test
    void treatsNoBodyAsAnEmptyProfile() {
        var body = ProfileBody.of(null);

        assertThat(body.account()).isNull();
        assertThat(body.members()).isEmpty();
    }

    @Test
    void treatsNullAsNoAccount() {
        var body = body("{'account_id':null,'name':'x'}");

        assertThat(body.account()).isNull();
        assertThat(body.members()).containsOnlyKeys("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "['x']", "true"})
    void refusesAnAccountThatIsNotAString(String account) {
        assertThatThrownBy(() -> body("{'account_id':" + account + "}"))
                .isInstanceOf(InvalidFields.class)
                .hasMessage("account_id must be a string.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'0a1b2c3d-0000-4000-8000-000000000001'",
                "'0A1B2C3D-0000-4000-8000-000000000001'"
            })
    void staysInItsAccount(String account) {
        assertThat(body("{'a':1,'account_id':" + account + "}").membersIn(HOME))
                .containsOnlyKeys("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0a1b2c3d-0000-4000-8000-000000000002"})
    void movesToNoOtherAccount(String account) {
        assertThatThrownBy(() -> body("{'account_id':'" + account + "'}").membersIn(HOME))
                .isInstanceOf(InvalidFields.class)
                .hasMessage("account_id cannot be changed.");
    }

    @Test
    void showsNothingWhenPrinted() {
        assertThat(body("{'name':'小明'}")).hasToString("ProfileBody");
    }

    private static ProfileBody body(String json) {
        return ProfileBody.of(JsonMother.document(json));
    }
}
