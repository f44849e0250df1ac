package peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.service.WxOAuth2Service;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.UUID;

/** A visitor's way: to WeChat, back with a code, and on to the application. */
@RestController
class Flow {

    private static final String DOMAIN = "app.example.com";

    private final WxOAuth2Service wechat;
    private final Linking linking;
    private final String callback;

    Flow(WxOAuth2Service wechat, Linking linking, @Value("${peer.url}") String url) {
        this.wechat = wechat;
        this.linking = linking;
        this.callback = url + "/api/wechat/callback/";
    }

    @GetMapping({"/api/wechat/authorise/", "/api/wechat/authorise"})
    ResponseEntity<Void> authorise(
            @RequestHeader("User-Agent") String browser,
            @RequestParam("application_uri") String application,
            @RequestParam(name = "auth_type", defaultValue = "snsapi_base") String type) {
        if (!browser.toLowerCase().contains("micromessenger")
                || !DOMAIN.equals(URI.create(application).getHost())) {
            return ResponseEntity.badRequest().build();
        }
        var state = UUID.randomUUID().toString().replace("-", "");
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, cookie(state, application))
                .location(URI.create(wechat.buildAuthorizationUrl(callback, type, state)))
                .build();
    }

    @GetMapping({"/api/wechat/callback/", "/api/wechat/callback"})
    ResponseEntity<Void> callback(
            @RequestParam String code, @RequestParam String state, HttpServletRequest request)
            throws WxErrorException {
        var application = application(state, request.getCookies());
        var token = wechat.getAccessToken(code);
        var user = wechat.getUserInfo(token, "zh_CN");
        var separator = application.contains("?") ? "&" : "?";
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(application + separator + "profile_id=" + linking.link(user)))
                .build();
    }

    private static String name(String state) {
        return "f" + state;
    }

    private static String cookie(String state, String application) {
        var value = URLEncoder.encode(application, UTF_8);
        return name(state) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    }

    private static String application(String state, Cookie[] cookies) {
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(state)))
                .findFirst()
                .map(cookie -> URLDecoder.decode(cookie.getValue(), UTF_8))
                .orElseThrow();
    }
}
