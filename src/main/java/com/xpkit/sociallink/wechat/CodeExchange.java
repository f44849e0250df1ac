package com.xpkit.sociallink.wechat;

import com.xpkit.sociallink.platform.metrics.Step;
import com.xpkit.sociallink.platform.metrics.WeChatCall;
import com.xpkit.sociallink.platform.metrics.WeChatMetrics;
import com.xpkit.sociallink.platform.outbound.ProxyRefusal;
import com.xpkit.sociallink.wechat.WeChatFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * The exchange of one code: code, token, profile. It only retries where that is harmless: when WeChat says that it is
 * busy, when the call was never accepted, and once when a connection breaks before the profile is here. A call for the
 * token that was accepted may have spent the code.
 */
final class CodeExchange {

    private static final Set<Integer> BUSY = Set.of(-1, 61450);
    private static final int CODE_USED = 40163;
    private static final Set<Integer> CODE_REFUSED = Set.of(40029, 42003);

    /** WeChat's codes have no other characters. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.~-]{1,512}");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern IMAGE = Pattern.compile("https?://\\S{1,1000}");

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final WeChatApi api;
    private final WeChatSettings settings;
    private final WeChatMetrics metrics;
    private final long deadline;
    private volatile boolean hasToken;
    private volatile WeChatCall call;
    private volatile HttpGet question;
    private volatile boolean isOver;

    CodeExchange(WeChatApi api, WeChatSettings settings, WeChatMetrics metrics) {
        this.api = api;
        this.settings = settings;
        this.metrics = metrics;
        deadline = System.nanoTime() + settings.timeout().toNanos();
    }

    /** Whether WeChat may have issued the code. Other codes are not worth a call. */
    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static WeChatFailure notACode() {
        return noToken("a code that is not WeChat's");
    }

    /** The rest of the time limit, which began with this object. */
    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    /**
     * @param code one that {@link #isCode} accepts
     */
    Visitor visitor(OfficialAccount account, String code, AuthType authType) {
        var token = token(account, code);
        var openid = openid(token).orElseThrow(() -> noToken("an answer without an openid"));
        if (token.number("is_snapshotuser") == 1 && !settings.areSnapshotUsersAccepted()) {
            throw new WeChatFailure(Kind.SNAPSHOT_VISITOR, "snapshot visitor");
        }
        if (authType == AuthType.SNSAPI_BASE) {
            return new Visitor(account.appId(), openid, unionid(token), Optional.empty());
        }
        var accessToken =
                token.text("access_token", 2048)
                        .orElseThrow(() -> noToken("an answer without an access token"));
        hasToken = true;
        var profile = profile(accessToken, openid);
        return new Visitor(
                account.appId(),
                openid,
                unionid(profile).or(() -> unionid(token)),
                Optional.of(told(profile)));
    }

    /** Ends the exchange, and returns the failure of running out of time, depending on how far the exchange came. */
    WeChatFailure tooLate() {
        isOver = true;
        // counted before it is cancelled: otherwise its thread would count a broken connection
        Optional.ofNullable(call).ifPresent(WeChatCall::giveUp);
        Optional.ofNullable(question).ifPresent(HttpGet::cancel);
        return noAnswer(hasToken ? Kind.NO_PROFILE : Kind.NO_TOKEN, "too late");
    }

    /** The failure of anything else: a bug of ours or of the client library, not WeChat's absence. */
    WeChatFailure failed(Throwable cause) {
        return new WeChatFailure(hasToken ? Kind.NO_PROFILE : Kind.NO_TOKEN, kind(cause));
    }

    private WeChatAnswer token(OfficialAccount account, String code) {
        var token = ask(Kind.NO_TOKEN, () -> api.token(account, code));
        if (token.errcode() == CODE_USED) {
            throw new CodeUsed("errcode " + CODE_USED);
        }
        if (CODE_REFUSED.contains(token.errcode())) {
            throw new WeChatFailure(Kind.CODE_REFUSED, "errcode " + token.errcode());
        }
        if (token.errcode() != 0) {
            throw noToken("errcode " + token.errcode());
        }
        return token;
    }

    private WeChatAnswer profile(String token, String openid) {
        var profile = ask(Kind.NO_PROFILE, () -> api.userinfo(token, openid, settings.lang()));
        if (profile.errcode() != 0) {
            throw new WeChatFailure(Kind.NO_PROFILE, "userinfo errcode " + profile.errcode());
        }
        // an answer without an openid, or about a different one, is not about this visitor
        if (!openid(profile).equals(Optional.of(openid))) {
            throw new WeChatFailure(Kind.NO_PROFILE, "userinfo about another openid");
        }
        return profile;
    }

    private WeChatAnswer ask(Kind otherwise, Supplier<HttpGet> questions) {
        // only the call for the profile spends nothing when it is repeated
        var mayBreak = otherwise == Kind.NO_PROFILE;
        for (var pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
            var mayAskAgain = System.nanoTime() + pause.toNanos() < deadline;
            var rest = pause;
            call = metrics.begin(otherwise == Kind.NO_TOKEN ? Step.TOKEN : Step.USERINFO);
            try {
                var answer = api.ask(begun(questions.get()));
                call.answered(answer.errcode());
                if (!mayAskAgain || !BUSY.contains(answer.errcode())) {
                    return answer;
                }
            } catch (WeChatAnswer.Unreadable unreadable) {
                call.broughtGarbage();
                throw new WeChatFailure(otherwise, unreadable.getMessage());
            } catch (IOException failed) {
                call.gotNoAnswer();
                var isRefused = isRefusedConnection(failed);
                if (!mayAskAgain || !isRefused && !(mayBreak && isBroken(failed))) {
                    throw noAnswer(otherwise, kind(failed));
                }
                if (!isRefused) {
                    // another connection may work at once
                    rest = Duration.ZERO;
                    mayBreak = false;
                }
            }
            sleep(rest, otherwise);
            if (isOver) {
                throw noAnswer(otherwise, "too late");
            }
        }
    }

    /** Ends a request at once that begins after the exchange has ended. */
    private HttpGet begun(HttpGet next) {
        question = next;
        if (isOver) {
            next.cancel();
        }
        return next;
    }

    /** Not reaching WeChat for the profile is different from not reaching it at all. */
    private static WeChatFailure noAnswer(Kind otherwise, String reason) {
        return otherwise == Kind.NO_TOKEN
                ? new WeChatUnreachable(reason)
                : new WeChatFailure(otherwise, "userinfo: " + reason);
    }

    private static boolean isRefusedConnection(Throwable failed) {
        return causes(failed)
                .anyMatch(
                        cause ->
                                cause instanceof ConnectException
                                        && String.valueOf(cause.getMessage()).contains("refused"));
    }

    /** Whether the other side closed the connection. WeChat closes idle ones, also just when a call is sent. */
    private static boolean isBroken(Throwable failed) {
        return causes(failed)
                .anyMatch(
                        cause ->
                                cause instanceof NoHttpResponseException
                                        || cause instanceof ConnectionClosedException
                                        || cause instanceof SocketException);
    }

    /** Only the class: messages of client libraries contain addresses, which contain secrets. */
    private static String kind(Throwable failed) {
        var root = causes(failed).reduce((outer, inner) -> inner).orElse(failed);
        return root instanceof ProxyRefusal ? root.getMessage() : root.getClass().getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause);
    }

    private static void sleep(Duration pause, Kind otherwise) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw noAnswer(otherwise, "cancelled");
        }
    }

    private static WeChatFailure noToken(String reason) {
        return new WeChatFailure(Kind.NO_TOKEN, reason);
    }

    private static Optional<String> openid(WeChatAnswer answer) {
        return id(answer, "openid");
    }

    private static Optional<String> unionid(WeChatAnswer answer) {
        return id(answer, "unionid");
    }

    private static Optional<String> id(WeChatAnswer answer, String name) {
        return answer.text(name, 200).filter(id -> ID.matcher(id).matches());
    }

    private static Visitor.Told told(WeChatAnswer profile) {
        return new Visitor.Told(
                profile.text("nickname", 255),
                profile.text("headimgurl", 2000).filter(url -> IMAGE.matcher(url).matches()),
                gender(profile.number("sex")),
                profile.text("city", 255),
                profile.text("province", 255),
                profile.text("country", 255));
    }

    private static Optional<String> gender(int sex) {
        return switch (sex) {
            case 1 -> Optional.of("Male");
            case 2 -> Optional.of("Female");
            default -> Optional.empty();
        };
    }
}
