package com.xpkit.sociallink.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDirectoryTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID UNKNOWN = UUID.randomUUID();

    private final AccountDirectory accounts = account -> !account.equals(UNKNOWN);
    private final Actor app = ActorMother.app(OWN);
    private final Actor operator = ActorMother.operator();

    @Test
    void takesAnAppsOwnAccountWhenNoneIsNamed() {
        assertThat(accounts.meantBy(app, null)).isEqualTo(OWN);
        assertThat(accounts.meantBy(app, OWN.toString())).isEqualTo(OWN);
    }

    @Test
    void letsTheOperatorNameAnyAccount() {
        assertThat(accounts.meantBy(operator, OTHER.toString())).isEqualTo(OTHER);
        assertThat(fault(operator, null)).contains("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1"})
    void refusesAnInvalidAccount(String named) {
        assertThat(fault(app, named)).isEqualTo("is unknown");
        assertThat(fault(operator, named)).isEqualTo("is unknown");
    }

    @Test
    void distinguishesAnothersAccountFromAnUnknownOneForNobody() {
        assertThat(fault(app, OTHER.toString())).isEqualTo("is unknown");
        assertThat(fault(app, UNKNOWN.toString())).isEqualTo("is unknown");
        assertThat(fault(operator, UNKNOWN.toString())).isEqualTo("is unknown");
    }

    private String fault(Actor actor, String named) {
        var refused =
                catchThrowableOfType(InvalidFields.class, () -> accounts.meantBy(actor, named));
        assertThat(refused).as("a refusal of " + named).isNotNull();
        assertThat(refused.fields().keySet()).isEqualTo(Map.of("account_id", "").keySet());
        return refused.fields().get("account_id");
    }
}
