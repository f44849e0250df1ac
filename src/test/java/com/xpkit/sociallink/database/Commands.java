package com.xpkit.sociallink.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Other programs that end by themselves. */
final class Commands {

    private Commands() {}

    /**
     * What it has written.
     *
     * @throws IllegalStateException when it fails
     */
    static String run(List<String> command) {
        try {
            var running = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(running.getInputStream().readAllBytes(), UTF_8);
            if (running.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
