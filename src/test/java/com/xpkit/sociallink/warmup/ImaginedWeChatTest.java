package com.xpkit.sociallink.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.server.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImaginedWeChatTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private ImaginedWeChat wechat;

    @BeforeEach
    void open() throws IOException {
        wechat = ImaginedWeChat.open(Thread::new);
    }

    @AfterEach
    void close() throws IOException {
        wechat.close();
    }

    @Test
    void knowsTheVisitorOfAnyCode() throws Exception {
        assertThat(get("/sns/oauth2/access_token?appid=imagined&secret=s&code=abc123"))
                .contains("\"openid\":\"abc123\"", "\"access_token\":\"abc123\"");
        assertThat(get("/sns/userinfo?access_token=abc123&openid=abc123&lang=zh_CN"))
                .contains("\"openid\":\"abc123\"", "\"nickname\":\"热身\"");
    }

    @Test
    void listensOnLoopbackUntilItIsClosed() throws Exception {
        var url = wechat.url();
        assertThat(url.getHost()).isEqualTo("127.0.0.1");
        get("/sns/userinfo?access_token=a");

        wechat.close();

        Await.until("nobody listens", Duration.ofSeconds(10), () -> refuses(url));
    }

    private boolean refuses(URI url) {
        try {
            get(url, "/sns/userinfo?access_token=a");
            return false;
        } catch (IOException refused) {
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return get(wechat.url(), path);
    }

    private String get(URI base, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
