package com.xpkit.sociallink.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Caller app = CallerMother.app(OWN, Scope.APP_READ, Scope.APP_WRITE);
    private final Caller operator = CallerMother.operator();

    @Test
    void reachesItsOwnAccountOnly() {
        assertThat(app.reaches(OWN)).isTrue();
        assertThat(app.reaches(OTHER)).isFalse();
        assertThat(app.reachable(OWN)).isEqualTo(OWN);
        assertThatThrownBy(() -> app.reachable(OTHER)).isInstanceOf(UnknownResource.class);
    }

    @Test
    void reachesEveryAccountAsTheOperator() {
        assertThat(operator.reaches(OWN)).isTrue();
        assertThat(operator.reachable(OTHER)).isEqualTo(OTHER);
        assertThat(operator.scopes()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void reachesNothingBeforeItIsAnybody() {
        var nobody = CallerMother.nobody();

        assertThat(nobody.reaches(OWN)).isFalse();
        assertThat(nobody.scopes()).isEmpty();
        assertThatThrownBy(nobody::mustBeOperator).isInstanceOf(Forbidden.class);
    }

    @Test
    void isNoOperatorWhateverTheScopes() {
        var almighty = CallerMother.app(OWN, Scope.values());

        assertThatThrownBy(almighty::mustBeOperator).isInstanceOf(Forbidden.class);
        assertThatCode(operator::mustBeOperator).doesNotThrowAnyException();
    }

    @Test
    void grantsNothingBeyondItsOwnScopes() {
        assertThatCode(() -> app.mustHold(Set.of(Scope.APP_READ))).doesNotThrowAnyException();
        assertThatThrownBy(() -> app.mustHold(Set.of(Scope.APP_READ, Scope.PROFILE_READ)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void hasAnAccountOfItsOwnUnlessItIsTheOperator() {
        assertThat(app.ownAccount()).isEqualTo(OWN);
        assertThatThrownBy(operator::ownAccount).isInstanceOf(UnknownResource.class);
    }

    @Test
    void speaksOfItsOwnAccountWhenItNamesNone() {
        assertThat(app.account(null)).isEqualTo(OWN);
        assertThat(app.account(OWN.toString())).isEqualTo(OWN);
    }

    @Test
    void namesTheAccountAsTheOperator() {
        assertThat(operator.account(OTHER.toString())).isEqualTo(OTHER);
        assertThat(fault(operator, null)).contains("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1"})
    void refusesAnAccountThatIsNone(String named) {
        assertThat(fault(app, named)).isEqualTo("is unknown");
        assertThat(fault(operator, named)).isEqualTo("is unknown");
    }

    @Test
    void tellsAnothersAccountFromAnUnknownOneToNobody() {
        assertThat(fault(app, OTHER.toString())).isEqualTo("is unknown");
        assertThat(fault(app, CallerMother.UNKNOWN.toString())).isEqualTo("is unknown");
        assertThat(fault(operator, CallerMother.UNKNOWN.toString())).isEqualTo("is unknown");
    }

    private static String fault(Caller caller, String named) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> caller.account(named));
        assertThat(refused).as("a refusal of " + named).isNotNull();
        assertThat(refused.fields().keySet()).isEqualTo(Map.of("account_id", "").keySet());
        return refused.fields().get("account_id");
    }
}
