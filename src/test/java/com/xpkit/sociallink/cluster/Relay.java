package com.xpkit.sociallink.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A way to a server on loopback, whose connections can be counted and cut. */
final class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final URI target;
    private final List<Wire> wires = new CopyOnWriteArrayList<>();

    Relay(URI target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Wire.daemon(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                wires.add(new Wire(near, new Socket(target.getHost(), target.getPort())));
            } catch (IOException closed) {
                // the loop ends
            }
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many connections there ever were. */
    int connections() {
        return wires.size();
    }

    /** Applies an action to every open connection; later ones are not affected. */
    void toAll(Consumer<Wire> action) {
        wires.forEach(action);
    }

    @Override
    public void close() throws IOException {
        server.close();
        toAll(Wire::close);
    }
}
