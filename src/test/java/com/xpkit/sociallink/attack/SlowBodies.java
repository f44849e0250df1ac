package com.xpkit.sociallink.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Forms for the token endpoint that arrive one byte at a time, on several connections of each worker. */
record SlowBodies(Node node, int connections) implements Storm.Turn {

    private static final int BETWEEN_BYTES = 2_500;
    private static final String HEAD =
            "POST /api/token/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n";

    @Override
    public void take(Storm storm, int worker, int turn) throws IOException, InterruptedException {
        var open = new ArrayList<Socket>();
        try {
            for (var i = 0; i < connections; i++) {
                open.add(begun());
            }
            while (!storm.isOver()) {
                sendAByte(open);
                Thread.sleep(BETWEEN_BYTES);
            }
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    private Socket begun() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), node.url("").getPort());
        socket.getOutputStream().write(HEAD.getBytes(US_ASCII));
        return socket;
    }

    /** A connection that the server has closed gets none. */
    private static void sendAByte(List<Socket> open) {
        for (var socket : open) {
            try {
                socket.getOutputStream().write('a');
            } catch (IOException closed) {
                continue;
            }
        }
    }
}
