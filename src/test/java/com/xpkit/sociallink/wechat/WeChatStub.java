package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mockserver.matchers.Times.exactly;
import static org.mockserver.matchers.Times.unlimited;
import static org.mockserver.model.HttpRequest.request;
import static org.mockserver.model.HttpResponse.response;

import java.util.Arrays;
import java.util.List;
import org.mockserver.integration.ClientAndServer;
import org.mockserver.model.HttpError;
import org.mockserver.model.HttpRequest;
import org.mockserver.model.HttpResponse;

/** A WeChat that answers what a test wants. */
final class WeChatStub implements AutoCloseable {

    private static final HttpRequest TOKEN = request().withPath("/sns/oauth2/access_token");
    private static final HttpRequest USERINFO = request().withPath("/sns/userinfo");

    private final ClientAndServer server = ClientAndServer.startClientAndServer(0);

    int port() {
        return server.getPort();
    }

    void forgetAll() {
        server.reset();
    }

    void answersTheCode(String json) {
        answersTheCode(text(json.getBytes(UTF_8)));
    }

    void answersTheCode(HttpResponse answer) {
        server.when(TOKEN, unlimited()).respond(answer);
    }

    void answersTheCodeOnce(String json) {
        server.when(TOKEN, exactly(1)).respond(text(json.getBytes(UTF_8)));
    }

    void hangsUpOnTheCode() {
        server.when(TOKEN).error(HttpError.error().withDropConnection(true));
    }

    /**
     * @param times after which it answers as it was told to
     */
    void hangsUpOnTheProfile(int times) {
        server.when(USERINFO, exactly(times)).error(HttpError.error().withDropConnection(true));
    }

    void answersTheProfile(String json) {
        answersTheProfile(text(json.getBytes(UTF_8)));
    }

    void answersTheProfile(HttpResponse answer) {
        server.when(USERINFO, unlimited()).respond(answer);
    }

    void answersTheProfileOnce(String json) {
        server.when(USERINFO, exactly(1)).respond(text(json.getBytes(UTF_8)));
    }

    /** As WeChat sends it: 200, text/plain without a charset. */
    static HttpResponse text(byte[] body) {
        return response().withHeader("Content-Type", "text/plain").withBody(body);
    }

    List<HttpRequest> codesAsked() {
        return Arrays.asList(server.retrieveRecordedRequests(TOKEN));
    }

    List<HttpRequest> profilesAsked() {
        return Arrays.asList(server.retrieveRecordedRequests(USERINFO));
    }

    List<HttpRequest> allAsked() {
        return Arrays.asList(server.retrieveRecordedRequests(request()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
