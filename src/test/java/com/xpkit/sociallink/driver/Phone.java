package com.xpkit.sociallink.driver;

import com.xpkit.sociallink.server.Http;
import com.xpkit.sociallink.simulator.Visitor;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A visitor's WeChat with a browser of its own, which takes each step only on request. */
public final class Phone {

    private static final String WECHAT =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) MicroMessenger/8.0.22";

    private final WeChatSimulator wechat;
    private final String userAgent;
    private final List<HttpCookie> cookies = new CopyOnWriteArrayList<>();

    private Phone(WeChatSimulator wechat, String userAgent) {
        this.wechat = wechat;
        this.userAgent = userAgent;
    }

    public static Phone of(WeChatSimulator wechat) {
        return new Phone(wechat, WECHAT);
    }

    /** A browser that is not WeChat's. */
    public static Phone withBrowser(WeChatSimulator wechat, String userAgent) {
        return new Phone(wechat, userAgent);
    }

    /** Opens an address of the service; headers are names and values in turn. */
    public Answer open(URI link, String... headers) {
        return send("GET", link, headers);
    }

    public Answer look(URI link) {
        return send("HEAD", link);
    }

    public Answer callBack(URI callback) {
        return open(callback);
    }

    private Answer send(String method, URI link, String... headers) {
        var request = Http.request(link).header("User-Agent", userAgent);
        var sent = cookiesFor(link);
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = Answer.of(Http.send(request.method(method, BodyPublishers.noBody())));
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    /** As a browser does: a cookie replaces one of the same name and path, and expired ones are dropped. */
    public void keep(String setCookie) {
        for (var cookie : HttpCookie.parse(setCookie)) {
            cookies.removeIf(old -> old.equals(cookie));
            if (!cookie.hasExpired()) {
                cookies.add(cookie);
            }
        }
    }

    /** The Cookie header for this address; empty where there are none. */
    public String cookiesFor(URI link) {
        return cookies.stream()
                .filter(cookie -> !cookie.hasExpired() && covers(cookie, link.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** RFC 6265, section 5.1.4. */
    private static boolean covers(HttpCookie cookie, String path) {
        var of = cookie.getPath();
        return path.equals(of) || path.startsWith(of.endsWith("/") ? of : of + "/");
    }

    /** Another phone with the cookies of this one as they are now. */
    public Phone copy() {
        var copy = new Phone(wechat, userAgent);
        copy.cookies.addAll(cookies);
        return copy;
    }

    public void loseCookies() {
        cookies.clear();
    }

    public List<HttpCookie> cookies() {
        return new ArrayList<>(cookies);
    }

    /** The visitor accepts on WeChat's page that the service sent them to; where WeChat calls back. */
    public URI consent(Answer departure, Visitor visitor) {
        return wechat.accept(departure.location(), visitor);
    }

    /** From the link to WeChat; where WeChat calls back. */
    public URI goToWeChat(URI link, Visitor visitor) {
        return consent(open(link), visitor);
    }

    /** The whole way, from the link to the application. */
    public Answer follow(URI link, Visitor visitor) {
        return callBack(goToWeChat(link, visitor));
    }
}
