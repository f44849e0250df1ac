package com.xpkit.sociallink.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.error.PreconditionFailed;
import com.xpkit.sociallink.platform.json.JsonMother;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceViewTest {

    private final Thing thing = new Thing();
    private final ResourceView view =
            new ResourceView("/api/thing/", thing, JsonMother.document("{'name':'x'}").json());

    @Test
    void showsTheResourceWithItsIdAndAddress() {
        assertThat(view.id()).isEqualTo(thing.id());
        assertThat(view.json())
                .hasToString(
                        "{\"resource_url\":\"/api/thing/%s/\",\"resource_id\":\"%s\",\"resource\":{\"name\":\"x\"}}"
                                .formatted(thing.id(), thing.id()));
    }

    @Test
    void answersAReaderWhoHasNoVersion() {
        var answer = view.read(headers(new MultivaluedHashMap<>()));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo(view.json());
        assertThat(answer.getEntityTag()).isEqualTo(IfMatch.tag(thing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "W/%s", " \"old\" , W/%s", "\"a,b\",%s", ",%s,", "*", "\"%2$s-gzip\""})
    void tellsAReaderWhoHasTheVersionThatNothingChanged(String known) {
        var answer = view.read(ifNoneMatch(known.formatted(tag(), IfMatch.tag(thing).getValue())));

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.hasEntity()).isFalse();
        assertThat(answer.getEntityTag()).isEqualTo(IfMatch.tag(thing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"old\"", "W/\"old\"", "", "\"", "x", "%2$s", "w/%s", "*, *"})
    void answersAReaderWhoHasAnotherVersion(String known) {
        var header = known.formatted(tag(), IfMatch.tag(thing).getValue());

        assertThat(view.read(ifNoneMatch(header)).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesAReaderWhoWantsAnotherVersion() {
        var old = new MultivaluedHashMap<>(Map.of("If-Match", "W/\"old\""));
        var present = new MultivaluedHashMap<>(Map.of("If-Match", "W/" + tag()));

        assertThatThrownBy(() -> view.read(headers(old))).isInstanceOf(PreconditionFailed.class);
        assertThat(view.read(headers(present)).getStatus()).isEqualTo(200);
    }

    @Test
    void namesTheAddressOfWhatWasCreated() {
        var answer = view.created();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/thing/" + thing.id() + "/");
        assertThat(answer.getEntity()).isEqualTo(view.json());
        assertThat(answer.getEntityTag()).isEqualTo(IfMatch.tag(thing));
    }

    @Test
    void namesTheNewVersionOfWhatWasChanged() {
        var answer = view.changed();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntityTag()).isEqualTo(IfMatch.tag(thing));
        assertThat(answer.getHeaderString("Location")).isNull();
    }

    @Test
    void showsOnlyItsAddressToACallerWhoMayNotRead() {
        var shown = view.shownIf(false);

        assertThat(shown.json().keySet()).containsExactly("resource_url", "resource_id");
        assertThat(shown.changed().getEntityTag()).isEqualTo(view.changed().getEntityTag());
        assertThat(view.shownIf(true)).isEqualTo(view);
    }

    private String tag() {
        return '"' + IfMatch.tag(thing).getValue() + '"';
    }

    private static HttpHeaders ifNoneMatch(String known) {
        return headers(new MultivaluedHashMap<>(Map.of("If-None-Match", known)));
    }

    private static HttpHeaders headers(MultivaluedMap<String, String> headers) {
        return (HttpHeaders)
                Proxy.newProxyInstance(
                        ResourceViewTest.class.getClassLoader(),
                        new Class<?>[] {HttpHeaders.class},
                        (proxy, method, arguments) -> headers.getFirst((String) arguments[0]));
    }

    private static final class Thing extends Stored {

        private Thing() {
            super(UUID.randomUUID(), MovableClock.START);
        }
    }
}
