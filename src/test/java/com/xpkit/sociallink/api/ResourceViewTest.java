package com.xpkit.sociallink.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.storage.Stored;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
        var answer = view.read(request(null));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo(view.json());
        assertThat(answer.getEntityTag()).isEqualTo(Expected.tag(thing));
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tellsAReaderWhoHasTheVersionThatNothingChanged() {
        var answer = view.read(request(Expected.tag(thing)));

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.hasEntity()).isFalse();
        assertThat(answer.getEntityTag()).isEqualTo(Expected.tag(thing));
    }

    @Test
    void answersAReaderWhoHasAnotherVersion() {
        assertThat(view.read(request(new EntityTag("old"))).getStatus()).isEqualTo(200);
    }

    @Test
    void namesTheAddressOfWhatWasCreated() {
        var answer = view.created();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/thing/" + thing.id() + "/");
        assertThat(answer.getEntity()).isEqualTo(view.json());
        assertThat(answer.getEntityTag()).isEqualTo(Expected.tag(thing));
    }

    @Test
    void namesTheNewVersionOfWhatWasChanged() {
        var answer = view.changed();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntityTag()).isEqualTo(Expected.tag(thing));
        assertThat(answer.getHeaderString("Location")).isNull();
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    }

    /** Of a reader who has a version, or none. */
    private static Request request(EntityTag known) {
        return (Request)
                Proxy.newProxyInstance(
                        ResourceViewTest.class.getClassLoader(),
                        new Class<?>[] {Request.class},
                        (proxy, method, arguments) ->
                                arguments[0].equals(known) ? Response.notModified() : null);
    }

    private static final class Thing extends Stored {

        private Thing() {
            super(UUID.randomUUID(), MovableClock.START);
        }
    }
}
