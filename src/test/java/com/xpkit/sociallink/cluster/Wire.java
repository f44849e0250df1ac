package com.xpkit.sociallink.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two connections, each of which passes on what arrives on the other, until this is silenced or closed. */
final class Wire {

    private final Socket near;
    private final Socket far;
    private final AtomicBoolean isSilent = new AtomicBoolean();

    /** @param near the client's side */
    Wire(Socket near, Socket far) {
        this.near = near;
        this.far = far;
        pass(near, far);
        pass(far, near);
    }

    private void pass(Socket from, Socket to) {
        daemon(() -> pump(from, to));
    }

    static void daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    /** The lines before a body, with the empty one. */
    static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void pump(Socket from, Socket to) {
        try {
            pump(from.getInputStream(), to.getOutputStream());
        } catch (IOException broken) {
            // one of the two has hung up
        }
        if (!isSilent.get()) {
            close();
        }
    }

    private void pump(InputStream from, OutputStream to) throws IOException {
        var bytes = new byte[8192];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            if (!isSilent.get()) {
                to.write(bytes, 0, read);
                to.flush();
            }
        }
    }

    /**
     * Swallows everything from now on without telling either side, like a firewall that has forgotten a connection.
     */
    void fallSilent() {
        isSilent.set(true);
    }

    /** Ends the connection with a FIN. */
    void close() {
        closeQuietly(near);
        closeQuietly(far);
    }

    /** Ends the connection with an RST. */
    void reset() {
        try {
            near.setSoLinger(true, 0);
        } catch (IOException closed) {
            // by the client already
        }
        close();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // there is nothing left to do
        }
    }
}
