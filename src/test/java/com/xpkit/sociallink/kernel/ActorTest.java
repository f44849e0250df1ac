package com.xpkit.sociallink.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.error.Forbidden;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.json.SharedJson;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActorTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Actor app = ActorMother.app(OWN, Scope.APP_READ, Scope.APP_WRITE);
    private final Actor operator = ActorMother.operator();

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
    void reachesEveryAccountAsTheService() {
        assertThat(Actor.SERVICE.reaches(OTHER)).isTrue();
    }

    @Test
    void reachesTheVisitorsAccountAsWeChat() {
        var weChat = Actor.weChat(OWN);

        assertThat(weChat.reaches(OWN)).isTrue();
        assertThat(weChat.reaches(OTHER)).isFalse();
        assertThat(weChat.scopes()).isEmpty();
    }

    @Test
    void reachesResourcesOfItsOwnAccountOnly() {
        var own = new Resource(UUID.randomUUID(), OWN);
        var foreign = new Resource(UUID.randomUUID(), OTHER);

        assertThat(app.reachable(Optional.of(own))).isSameAs(own);
        assertThat(operator.reachable(Optional.of(foreign))).isSameAs(foreign);
        assertThatThrownBy(() -> app.reachable(Optional.of(foreign)))
                .isInstanceOf(UnknownResource.class);
        assertThatThrownBy(() -> operator.reachable(Optional.<Resource>empty()))
                .isInstanceOf(UnknownResource.class);
    }

    @Test
    void reachesNothingWithoutAnAccount() {
        var lost =
                new Actor(
                        Actor.Kind.PERSON,
                        "somebody",
                        "",
                        Optional.empty(),
                        Set.of(Scope.values()),
                        Optional.empty());

        assertThat(lost.reaches(OWN)).isFalse();
        assertThatThrownBy(lost::ownAccount).isInstanceOf(UnknownResource.class);
        assertThatThrownBy(lost::mustBeOperator).isInstanceOf(Forbidden.class);
    }

    @Test
    void isNoOperatorWhateverTheScopes() {
        var almighty = ActorMother.app(OWN, Scope.values());

        assertThatThrownBy(almighty::mustBeOperator).isInstanceOf(Forbidden.class);
        assertThatThrownBy(Actor.SERVICE::mustBeOperator).isInstanceOf(Forbidden.class);
        assertThatCode(operator::mustBeOperator).doesNotThrowAnyException();
    }

    @Test
    void grantsNothingBeyondItsOwnScopes() {
        assertThatCode(() -> app.mustHold(Set.of(Scope.APP_READ))).doesNotThrowAnyException();
        assertThatThrownBy(() -> app.mustHold(Set.of(Scope.APP_READ, Scope.PROFILE_READ)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void namesTheScopeThatIsMissing() {
        assertThatCode(() -> app.mustHold(Scope.APP_READ)).doesNotThrowAnyException();
        assertThatThrownBy(() -> app.mustHold(Scope.PROFILE_READ))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("profile:read");
    }

    @Test
    void hasAnAccountOfItsOwnUnlessItIsTheOperator() {
        assertThat(app.ownAccount()).isEqualTo(OWN);
        assertThatThrownBy(operator::ownAccount).isInstanceOf(UnknownResource.class);
    }

    static Stream<Actor> actors() {
        return Stream.of(
                ActorMother.app(OWN, Scope.APP_READ, Scope.PROFILE_WRITE),
                ActorMother.operator(),
                Actor.weChat(OWN),
                Actor.SERVICE);
    }

    @ParameterizedTest
    @MethodSource("actors")
    void isTheSameAfterItWasStored(Actor actor) {
        assertThat(Actor.of(SharedJson.object(actor.json().toString()))).isEqualTo(actor);
    }

    @Test
    void isTheRequestsPrincipal() {
        assertThat(Actor.of(requestOf(app))).isSameAs(app);
        assertThat(app.getName()).isEqualTo("app");
    }

    @Test
    void isMissingWhereNobodyWasRecognised() {
        assertThatThrownBy(() -> Actor.of(requestOf(null)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Actor.of(requestOf(() -> "somebody of the server's own")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsNamesAndAddressesOutOfTheLog() {
        assertThat(app.toString()).doesNotContain("Web shop").doesNotContain("203.0.113.7");
    }

    private static SecurityContext requestOf(Principal principal) {
        return new SecurityContext() {

            @Override
            public Principal getUserPrincipal() {
                return principal;
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }

            @Override
            public boolean isSecure() {
                return false;
            }

            @Override
            public String getAuthenticationScheme() {
                return null;
            }
        };
    }

    private record Resource(UUID id, UUID account) implements Owned {}
}
