package com.xpkit.sociallink.platform.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP proxy on loopback that opens tunnels to one receiver, whatever the requested address. */
public final class TunnelProxy implements AutoCloseable {

    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals;
    private final int status;
    private final int target;
    private final Receiver door;

    private TunnelProxy(int refusals, int status, int target) throws IOException {
        this.refusals = new AtomicInteger(refusals);
        this.status = status;
        this.target = target;
        door = Receiver.with(this::speak);
    }

    public static TunnelProxy to(Receiver receiver) throws IOException {
        return new TunnelProxy(0, 0, receiver.port());
    }

    public static TunnelProxy refusing(int status) throws IOException {
        return new TunnelProxy(Integer.MAX_VALUE, status, 0);
    }

    public static TunnelProxy refusingFirst(int status, Receiver receiver) throws IOException {
        return new TunnelProxy(1, status, receiver.port());
    }

    /** Accepts connections and sends nothing. */
    public static TunnelProxy silent() throws IOException {
        return new TunnelProxy(Integer.MAX_VALUE, 0, 0);
    }

    private void speak(Socket caller) throws IOException {
        heads.add(head(caller.getInputStream()));
        if (refusals.getAndDecrement() > 0) {
            refuse(caller);
        } else {
            tunnel(caller);
        }
    }

    private void refuse(Socket caller) throws IOException {
        if (status == 0) {
            caller.getInputStream().read();
        }
        say(caller, "HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno");
    }

    private void tunnel(Socket caller) throws IOException {
        try (var receiver = new Socket(Receiver.loopback(), target)) {
            say(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
            var back = new Thread(() -> pass(receiver, caller));
            back.start();
            pass(caller, receiver);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException over) {
            // one of the two has hung up
        }
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write(answer.getBytes(US_ASCII));
        caller.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n") >= 0) {
                break;
            }
        }
        return head.toString();
    }

    public int port() {
        return door.port();
    }

    public int connections() {
        return door.connections();
    }

    /** The whole requests that it got. */
    public String head() throws InterruptedException {
        return heads.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
