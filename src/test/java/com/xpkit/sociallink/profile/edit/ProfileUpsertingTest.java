package com.xpkit.sociallink.profile.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.ActorMother;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.ChangesInMemory;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.json.JsonMother;
import com.xpkit.sociallink.platform.storage.TransactionsInMemory;
import com.xpkit.sociallink.profile.ProfileMother;
import com.xpkit.sociallink.profile.ProfilesInMemory;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileUpsertingTest {

    private final UUID account = UUID.randomUUID();
    private final ProfilesInMemory profiles = new ProfilesInMemory();
    private final TransactionsInMemory transactions = new TransactionsInMemory();
    private final ChangesInMemory changes = new ChangesInMemory();
    private final ProfileUpserting upserting = wired(new ProfileUpserting());

    @Test
    void makesAProfileWhenNobodyHasTheKeys() {
        var upserted = upsert("{'email':['a@b'],'n':1,'note':null}");

        assertThat(upserted.isNew()).isTrue();
        assertThat(resource(upserted)).containsKeys("email", "n").doesNotContainKey("note");
        assertThat(profiles.count()).isEqualTo(1);
    }

    @Test
    void makesAProfileOfABodyWithoutKeysEachTime() {
        assertThat(upsert("{'n':1}").isNew()).isTrue();
        assertThat(upsert("{'n':1}").isNew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat_openid", "email", "qr_code", "rfid"})
    void findsAProfileByAnyValueOfAnyKind(String kind) {
        var first = upsert("{'" + kind + "':['x','y']}");

        var second = upsert("{'" + kind + "':['z','y']}");

        assertThat(second.isNew()).isFalse();
        assertThat(second.profile().id()).isEqualTo(first.profile().id());
        assertThat(resource(second).getJsonArray(kind)).hasSize(3);
    }

    @Test
    void addsToWhatItFinds() {
        upsert("{'email':['a@b'],'gender':'Male','address':{'city':'广州'},'tags':['x'],'old':1}");

        var upserted =
                upsert("{'email':['a@b'],'address':{'zip':'510000'},'tags':['y'],'old':null}");

        assertThat(resource(upserted)).doesNotContainKey("old");
        assertThat(resource(upserted).getString("gender")).isEqualTo("Male");
        assertThat(resource(upserted).getJsonObject("address")).hasSize(2);
        assertThat(resource(upserted).getJsonArray("tags")).hasSize(2);
    }

    @Test
    void reportsWhatItDid() {
        upsert("{'email':['a@b'],'n':1}");
        upsert("{'email':['a@b'],'n':2}");

        assertThat(changes.actions()).containsExactly(Action.CREATED, Action.UPDATED);
        assertThat(changes.told().get(1).before().getInt("n")).isEqualTo(1);
        assertThat(changes.told().get(1).after().getInt("n")).isEqualTo(2);
    }

    @Test
    void tellsNothingWhereNothingChanged() {
        upsert("{'email':['a@b'],'n':1}");
        upsert("{'email':['a@b'],'n':1}");

        assertThat(changes.actions()).containsExactly(Action.CREATED);
    }

    @Test
    void changesNothingByTheSameAgain() {
        var first = upsert("{'email':['a@b'],'n':1.50,'tags':['x',{'y':null}]}");

        var second = upsert("{'email':['a@b'],'n':1.50,'tags':['x',{'y':null}]}");

        assertThat(second.profile().json()).isEqualTo(first.profile().json());
    }

    @Test
    void refusesKeysOfTwoProfilesAndNamesBoth() {
        var one = upsert("{'email':['a@b','c@d']}").profile().id();
        var two = upsert("{'rfid':['r']}").profile().id();

        var refused =
                catchThrowableOfType(
                        Conflict.class, () -> upsert("{'email':['a@b','c@d'],'rfid':['r']}"));

        assertThat(refused.fields())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "email", "stands in profile " + one,
                                "rfid", "stands in profile " + two));
    }

    @Test
    void namesTwoProfilesOfOneMember() {
        var one = upsert("{'email':['a@b']}").profile().id();
        var two = upsert("{'email':['c@d']}").profile().id();

        assertThatThrownBy(() -> upsert("{'email':['a@b','c@d']}"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(one.toString())
                .hasMessageContaining(two.toString());
    }

    @Test
    void findsNobodyInAnotherAccount() {
        upsert("{'email':['a@b']}");

        var elsewhere = upsertIn(UUID.randomUUID(), "{'email':['a@b']}");

        assertThat(elsewhere.isNew()).isTrue();
    }

    @Test
    void refusesWhatIsFaultyBeforeItLooks() {
        assertThatThrownBy(() -> upsert("{'email':'a@b'}")).isInstanceOf(InvalidFields.class);
        assertThat(profiles.count()).isZero();
    }

    /** Otherwise the database would be asked for each of these, and their arrays would be joined. */
    @Test
    void refusesTooMuchBeforeItLooks() {
        var equal = String.join(",", Collections.nCopies(101, "'a@b'"));
        profiles.isAway = true;

        assertThatThrownBy(() -> upsert("{'email':[" + equal + "]}"))
                .isInstanceOf(InvalidBody.class)
                .hasMessage("The profile holds more than 100 values (sociallink.limits.values).");
    }

    @Test
    void triesAgainWhenAnotherWriterCameFirst() {
        var busy = new Busy(4);

        assertThat(upsertBy(busy).isNew()).isTrue();
        assertThat(busy.refusals).isZero();
        assertThat(transactions.rolledBack()).isEqualTo(4);
        assertThat(transactions.committed()).isEqualTo(1);
        assertThat(profiles.count()).isEqualTo(1);
    }

    @Test
    void givesUpInTheEnd() {
        assertThatThrownBy(() -> upsertBy(new Busy(5))).isInstanceOf(PersistenceException.class);
        assertThat(transactions.rolledBack()).isEqualTo(5);
    }

    private ProfileUpserting.Upserted upsertBy(ProfileUpserting busy) {
        var actor = ActorMother.app(account, Scope.PROFILE_READ, Scope.PROFILE_WRITE);
        return wired(busy).upsert(actor, JsonMother.document("{'email':['a@b']}"));
    }

    private ProfileUpserting.Upserted upsert(String json) {
        return upsertIn(account, json);
    }

    private ProfileUpserting.Upserted upsertIn(UUID home, String json) {
        var actor = ActorMother.app(home, Scope.PROFILE_READ, Scope.PROFILE_WRITE);
        return upserting.upsert(actor, home, json(json));
    }

    private ProfileUpserting wired(ProfileUpserting upserting) {
        var clock = new MovableClock();
        upserting.transactions = transactions;
        upserting.accounts = any -> true;
        upserting.profiles = profiles;
        upserting.writing = ProfileMother.writing(profiles, clock);
        upserting.editing = new ProfileEditing();
        upserting.editing.writing = upserting.writing;
        upserting.editing.clock = clock;
        upserting.editing.changes = changes;
        return upserting;
    }

    /** The database refuses a few times. */
    private static final class Busy extends ProfileUpserting {

        private int refusals;

        private Busy(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public Upserted upsert(Actor actor, UUID account, JsonObject members) {
            if (refusals-- > 0) {
                throw new PersistenceException(new SQLException("duplicate key", "23505"));
            }
            refusals = 0;
            return super.upsert(actor, account, members);
        }
    }

    private static JsonObject resource(ProfileUpserting.Upserted upserted) {
        return upserted.profile().resource();
    }

    private static JsonObject json(String json) {
        return JsonMother.document(json).json();
    }
}
