package com.xpkit.sociallink.profile.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.ActorMother;
import com.xpkit.sociallink.platform.json.JsonMother;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateUpdateTest {

    @Test
    void triesAgainWhenAnotherWriterCameFirst() {
        var busy = new Busy(4);

        assertThat(upsert(busy).isNew()).isTrue();
        assertThat(busy.refusals).isZero();
    }

    @Test
    void givesUpInTheEnd() {
        assertThatThrownBy(() -> upsert(new Busy(5))).isInstanceOf(PersistenceException.class);
    }

    private static Upserting.Upserted upsert(Upserting upserting) {
        var createUpdate = new CreateUpdate();
        createUpdate.upserting = upserting;
        createUpdate.accounts = account -> true;
        return createUpdate.upsert(ActorMother.app(UUID.randomUUID()), JsonMother.document("{}"));
    }

    /** The database refuses some times. */
    private static final class Busy extends Upserting {

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
            return new Upserted(null, true);
        }
    }
}
