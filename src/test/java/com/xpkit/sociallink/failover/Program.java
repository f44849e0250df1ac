package com.xpkit.sociallink.failover;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program of a cluster, with a log of its own. Databases refuse to run as root, so it runs as another user then. */
final class Program implements AutoCloseable {

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /**
     * @param user that runs it, if the tests run as root
     * @param prefix what puts it into a network; may be empty
     */
    static Program start(
            String user,
            List<String> prefix,
            Map<String, String> environment,
            Path log,
            String... command) {
        try {
            Files.createDirectories(log.getParent());
            var starting =
                    new ProcessBuilder(as(user, prefix, command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .directory(new File("/"));
            starting.environment().putAll(environment);
            return new Program(starting.start());
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static List<String> as(String user, List<String> prefix, String... command) {
        var whole = new ArrayList<>(prefix);
        if (IS_ROOT) {
            whole.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--init-groups"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    /**
     * Runs a command to its end.
     *
     * @return what it has written
     * @throws IllegalStateException when it fails
     */
    static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var written = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + written);
            }
            return written;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Installs Debian's packages that are missing. */
    static void install(String... packages) {
        var command = new ArrayList<>(List.of("src/test/sh/install-failover"));
        command.addAll(List.of(packages));
        run(command.toArray(String[]::new));
    }

    /** A new directory that only the user can read, if the tests run as root. */
    static Path directoryOf(String user) {
        try {
            var directory = Files.createTempDirectory("failover");
            give(directory, user);
            return directory;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The user owns the file or the directory with all that is in it. */
    static void give(Path file, String user) {
        if (IS_ROOT) {
            run("chown", "-R", user + ":", file.toString());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Without warning, with its children. */
    void kill() {
        kill(Optional.of(process.toHandle()));
    }

    /** The same for a process that has left its parent. */
    static void kill(Optional<ProcessHandle> left) {
        left.ifPresent(
                parent -> {
                    var children = parent.descendants().toList();
                    parent.destroyForcibly();
                    children.forEach(ProcessHandle::destroyForcibly);
                    parent.onExit().join();
                });
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        kill();
    }
}
