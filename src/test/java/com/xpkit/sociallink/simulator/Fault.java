package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with one answer of the API. A fault either replaces the answer, and then no code is
 * spent, or spoils it on the way back, and then the code is spent. Whether WeChat itself spends a code when it
 * answers -1 is unknown.
 */
public final class Fault {

    private static final byte[] GARBAGE = {0x00, (byte) 0xff, '{', '"', (byte) 0xfe, ']', 0x1f};

    private final boolean served;
    private final UnaryOperator<Answer> spoiling;

    private Fault(boolean served, UnaryOperator<Answer> spoiling) {
        this.served = served;
        this.spoiling = spoiling;
    }

    /** Replaces the answer by HTTP 200 with this errcode, its usual text and a rid. */
    public static Fault errcode(int errcode) {
        return replacing(
                never -> {
                    throw new Refused(errcode);
                });
    }

    /** Replaces the answer by -1, the errcode for "try again". */
    public static Fault systemBusy() {
        return errcode(-1);
    }

    /** Replaces the answer by HTTP 200, text/plain, with this body. */
    public static Fault body(String body) {
        return replacing(answer -> Answer.json(body.getBytes(UTF_8)));
    }

    /** Replaces the answer by this one. */
    public static Fault answer(int status, String contentType, byte[] body) {
        return replacing(answer -> Answer.of(status, contentType, body));
    }

    /** Replaces the answer by HTTP 200 without a body. */
    public static Fault emptyBody() {
        return body("");
    }

    /** Replaces the answer by bytes that are neither JSON nor UTF-8. */
    public static Fault garbage() {
        return replacing(answer -> Answer.json(GARBAGE));
    }

    /** Replaces the answer by a gateway's 502 page in HTML. */
    public static Fault badGateway() {
        byte[] html = "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(US_ASCII);
        return replacing(answer -> Answer.of(502, "text/html", html));
    }

    /** Closes the connection before a single byte; nothing was served. */
    public static Fault noBytes() {
        return replacing(answer -> answer.by(Delivery.NOTHING));
    }

    /** Serves, and sends the answer only after the delay. */
    public static Fault delay(Duration delay) {
        return spoiling(answer -> answer.by(Delivery.late(delay)));
    }

    /** Serves, and cuts the connection when half of the body is out. */
    public static Fault cutInMidAnswer() {
        return spoiling(answer -> answer.by(Delivery.HALF));
    }

    /** Serves, and sends the body one byte at a time, a pause after each. */
    public static Fault slowDrip(Duration interval) {
        return spoiling(answer -> answer.by(Delivery.drip(interval)));
    }

    /** Serves, and leaves out the openid. */
    public static Fault withoutOpenid() {
        return spoiling(answer -> answer.with(Spoiling.withoutMember("openid", answer.body())));
    }

    /** Serves, and adds a member of so many bytes; the answer stays good JSON. */
    public static Fault large(int bytes) {
        return spoiling(answer -> answer.with(Spoiling.withPadding(bytes, answer.body())));
    }

    /** The same fault after WeChat has served the request: the code is spent, and the answer is lost. */
    public Fault afterServing() {
        return new Fault(true, spoiling);
    }

    Answer answer(Supplier<Answer> real) {
        return spoiling.apply(served ? real.get() : Answer.json(new byte[0]));
    }

    private static Fault replacing(UnaryOperator<Answer> spoiling) {
        return new Fault(false, spoiling);
    }

    private static Fault spoiling(UnaryOperator<Answer> spoiling) {
        return new Fault(true, spoiling);
    }
}
