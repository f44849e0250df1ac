package com.xpkit.sociallink.kernel.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.Fired;
import com.xpkit.sociallink.kernel.ActorMother;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID ID = UUID.randomUUID();
    private static final JsonObject MEMBERS = Json.createObjectBuilder().add("name", "x").build();

    private final Fired<Changed> forgotten = new Fired<>();
    private final Ears audit = new Ears(EnumSet.allOf(Kind.class));
    private final Ears events = new Ears(EnumSet.of(Kind.PROFILE));

    @Test
    void tellThoseWhoWantIt() {
        var changes = heardBy(audit, events);

        changes.tell(change(Kind.APP));
        changes.tell(change(Kind.PROFILE));

        assertThat(audit.heard).extracting(Change::kind).containsExactly(Kind.APP, Kind.PROFILE);
        assertThat(events.heard).extracting(Change::kind).containsExactly(Kind.PROFILE);
    }

    @Test
    void areHeardWhereSomebodyWantsThem() {
        assertThat(heardBy(events).areHeard(Kind.PROFILE)).isTrue();
        assertThat(heardBy(events).areHeard(Kind.APP)).isFalse();
        assertThat(heardBy().areHeard(Kind.PROFILE)).isFalse();
    }

    @Test
    void lookAtMembersOnlyForThoseWhoWantThem() {
        assertThat(heardBy(audit).seen(Kind.APP, () -> MEMBERS)).isEqualTo(MEMBERS);
        assertThat(
                        heardBy(events)
                                .seen(
                                        Kind.APP,
                                        () -> {
                                            throw new IllegalStateException("asked for nothing");
                                        }))
                .isEmpty();
    }

    @Test
    void emptyWhatNodesRememberOfAnApp() {
        heardBy().tell(change(Kind.APP));

        assertThat(forgotten.all()).containsExactly(new Changed(ID));
    }

    @Test
    void emptyWhatNodesRememberOfAnAccount() {
        heardBy().tell(change(Kind.CONFIGURATION));
        heardBy().tell(change(Kind.ACCOUNT));

        assertThat(forgotten.all()).containsExactly(new Changed(ACCOUNT), new Changed(ACCOUNT));
    }

    @Test
    void leaveMemoryAloneWhenAProfileChanges() {
        heardBy(audit).tell(change(Kind.PROFILE));

        assertThat(forgotten.all()).isEmpty();
    }

    @Test
    void keepMembersOutOfTheLog() {
        assertThat(change(Kind.PROFILE).from(MEMBERS).to(MEMBERS).toString())
                .contains("PROFILE", ID.toString(), "UPDATED")
                .doesNotContain("name");
    }

    private static Change change(Kind kind) {
        return Change.of(ActorMother.operator(), Action.UPDATED, kind, ACCOUNT, ID);
    }

    private Changes heardBy(ChangeListener... listeners) {
        var changes = new Changes();
        changes.listeners = List.of(listeners);
        changes.forgetting = forgotten.event();
        return changes;
    }

    private static final class Ears implements ChangeListener {

        private final Set<Kind> wanted;
        private final List<Change> heard = new ArrayList<>();

        private Ears(Set<Kind> wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean wants(Kind kind) {
            return wanted.contains(kind);
        }

        @Override
        public void heard(Change change) {
            heard.add(change);
        }
    }
}
