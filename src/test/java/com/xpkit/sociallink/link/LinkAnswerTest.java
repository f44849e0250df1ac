package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One answer, written by a servlet and by Jakarta REST. */
class LinkAnswerTest {

    private final ServletAnswer written = new ServletAnswer();

    @Test
    void hasEachHeaderAsOftenAsItWasAdded() throws IOException {
        var answer =
                LinkAnswer.redirect("https://a.example/?b=%E5#")
                        .with("Set-Cookie", "a=1")
                        .with("Set-Cookie", "b=2");

        answer.write(written.response());
        var response = answer.response();

        assertThat(written.calls)
                .containsExactly(
                        "setStatus 302",
                        "addHeader Location https://a.example/?b=%E5#",
                        "addHeader Set-Cookie a=1",
                        "addHeader Set-Cookie b=2");
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getLocation()).hasToString("https://a.example/?b=%E5#");
        assertThat(response.getStringHeaders().get("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(response.hasEntity()).isFalse();
    }

    @Test
    void hasABodyOfBytes() throws IOException {
        var answer = LinkAnswer.of(400).withBody("text/html;charset=UTF-8", "广".getBytes(UTF_8));

        answer.write(written.response());
        var response = answer.response();

        assertThat(written.calls)
                .containsExactly("setStatus 400", "setContentType text/html;charset=UTF-8");
        assertThat(written.body()).isEqualTo("广");
        assertThat(response.getMediaType().getSubtype()).isEqualTo("html");
        assertThat(response.getEntity()).isEqualTo("广".getBytes(UTF_8));
    }

    @Test
    void hasABodyOfJson() throws IOException {
        var json = Json.createObjectBuilder().add("a", "广").build();

        LinkAnswer.of(400).withBody("application/json", json).write(written.response());

        assertThat(written.calls).contains("setContentType application/json");
        assertThat(written.body()).isEqualTo("{\"a\":\"广\"}");
    }

    @Test
    void saysNothingAboutItsContents() {
        assertThat(LinkAnswer.redirect("https://a.example/").with("Set-Cookie", "secret"))
                .hasToString("LinkAnswer 302");
    }
}
