package com.xpkit.sociallink.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on loopback that records its requests. Tunnels lead where they are asked to. Everything else leads to
 * WeChat, whatever its host: only the proxy knows where WeChat is.
 */
final class RecordingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final URI wechat;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Wire> wires = new CopyOnWriteArrayList<>();

    RecordingProxy(int port, URI wechat) throws IOException {
        this.wechat = wechat;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        Wire.daemon(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Wire.daemon(() -> serve(caller));
            } catch (IOException closed) {
                // the loop ends
            }
        }
    }

    private void serve(Socket caller) {
        try {
            var head = Wire.head(caller.getInputStream());
            heads.add(head);
            if (head.startsWith("CONNECT ")) {
                tunnel(caller, head.split(" ")[1]);
            } else {
                forward(caller, head);
            }
        } catch (IOException broken) {
            // the caller has hung up, or nobody listens there
        }
    }

    private void tunnel(Socket caller, String target) throws IOException {
        var colon = target.lastIndexOf(':');
        var port = Integer.parseInt(target.substring(colon + 1));
        var receiver = new Socket(target.substring(0, colon), port);
        caller.getOutputStream()
                .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(US_ASCII));
        wires.add(new Wire(caller, receiver));
    }

    /** One request per connection, in the form that the receiver itself expects. */
    private void forward(Socket caller, String head) throws IOException {
        var receiver = new Socket(wechat.getHost(), wechat.getPort());
        var own =
                head.replaceFirst(" http://[^/ ]+", " ")
                        .replaceFirst("(?i)\r\n(Proxy-)?Connection: [^\r]*", "")
                        .replaceFirst("\r\n", "\r\nConnection: close\r\n");
        receiver.getOutputStream().write(own.getBytes(US_ASCII));
        // the simulator closes without notice, and a client may use the connection again before it
        // notices
        var answer = Wire.head(receiver.getInputStream());
        caller.getOutputStream()
                .write(answer.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(US_ASCII));
        wires.add(new Wire(caller, receiver));
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it was asked, with all headers. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        server.close();
        wires.forEach(Wire::close);
    }
}
