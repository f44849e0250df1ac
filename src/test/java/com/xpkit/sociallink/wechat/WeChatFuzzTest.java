package com.xpkit.sociallink.wechat;

import static com.xpkit.sociallink.wechat.AuthType.SNSAPI_USERINFO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.JsonTexts;
import com.xpkit.sociallink.fuzz.WeChatAnswers;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.outbound.HostTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever arrives instead of WeChat's answer: the result is a visitor, or a failure that says why there is none. */
class WeChatFuzzTest {

    private static final OfficialAccount ACCOUNT =
            new OfficialAccount("wx0123456789abcdef", "secret");

    private static final String GOOD_TOKEN =
            "{\"access_token\":\"82_token\",\"openid\":\"oVisitor\",\"is_snapshotuser\":0}";

    private ServerSocket server;
    private volatile byte[] token = {};
    private volatile byte[] profile = {};

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var answering = new Thread(this::answer);
        answering.setDaemon(true);
        answering.start();
    }

    @AfterEach
    void hangUp() throws IOException {
        server.close();
    }

    private void answer() {
        while (!server.isClosed()) {
            try (var call = server.accept()) {
                var isToken = firstLine(call).contains("/access_token?");
                call.getOutputStream().write(isToken ? token : profile);
            } catch (IOException hungUp) {
                // the service need not listen to the end
            }
        }
    }

    /** Reads the whole request: unread bytes would reset the connection. */
    private static String firstLine(Socket call) throws IOException {
        call.setSoTimeout(5_000);
        var question = new StringBuilder();
        while (question.indexOf("\r\n\r\n") < 0) {
            int octet = call.getInputStream().read();
            if (octet < 0) {
                return "";
            }
            question.append((char) octet);
        }
        return question.substring(0, question.indexOf("\r\n"));
    }

    private record Line(byte[] token, byte[] profile) {

        @Override
        public String toString() {
            return new String(token, ISO_8859_1) + "\n" + new String(profile, ISO_8859_1);
        }
    }

    private static Line line(Choices choices) {
        var good = new WeChatAnswers.Said(200, "text/plain", GOOD_TOKEN.getBytes(ISO_8859_1));
        var isTokenGood = !choices.once(2);
        return new Line(
                isTokenGood
                        ? "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(good.body().length, GOOD_TOKEN)
                                .getBytes(ISO_8859_1)
                        : WeChatAnswers.token(choices, "oVisitor").raw(choices),
                WeChatAnswers.userinfo(choices, "oVisitor").raw(choices));
    }

    @Test
    void everyAnswerIsAVisitorOrAFailure() {
        var settings = WeChatSettingsMother.at(server.getLocalPort(), "PT0.4S", Map.of());
        try (var api =
                new WeChatApi(
                        settings.apiUrl(), settings, Optional.empty(), HostTls.ofTheServer())) {
            Fuzz.check(
                    "wechat-line",
                    WeChatFuzzTest::line,
                    line -> {
                        token = line.token();
                        profile = line.profile();
                        visitor(new CodeExchange(api, settings, new Metrics().wechat()));
                    });
        }
    }

    private static void visitor(CodeExchange exchange) {
        try {
            var visitor = exchange.visitor(ACCOUNT, "code", SNSAPI_USERINFO);
            assertThat(visitor.openid()).matches("[A-Za-z0-9_-]{1,128}");
            visitor.told().flatMap(Visitor.Told::nickname).ifPresent(WeChatFuzzTest::canBeStored);
        } catch (WeChatFailure failure) {
            assertThat(failure.getMessage()).doesNotContain("82_token", "secret", "oVisitor");
        }
    }

    private static void canBeStored(String text) {
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(255);
        assertThat(text.codePoints())
                .noneMatch(c -> c < 0x20 || Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void onlyZeroIsSuccess() {
        Fuzz.check(
                "errcode",
                choices -> choices.once(2) ? JsonTexts.number(choices) : digits(choices),
                number -> {
                    var isZero = number.matches("-?0+(\\.0+)?([eE].*)?");
                    isSuccess(number).ifPresent(success -> assertThat(success).isEqualTo(isZero));
                    assertThat(isSuccess('"' + number + '"')).contains(isZero);
                });
    }

    private static String digits(Choices choices) {
        return choices.of("", "-") + choices.between(1, 9) + "0".repeat(choices.below(25));
    }

    /** Empty if it cannot be read. */
    private static Optional<Boolean> isSuccess(String errcode) throws IOException {
        var response = new BasicClassicHttpResponse(200);
        var json = "{\"errcode\":" + errcode + "}";
        response.setEntity(
                new ByteArrayEntity(json.getBytes(ISO_8859_1), ContentType.APPLICATION_JSON));
        try {
            return Optional.of(WeChatAnswer.of(response).errcode() == 0);
        } catch (WeChatAnswer.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
