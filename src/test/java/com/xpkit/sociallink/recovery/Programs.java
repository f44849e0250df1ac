package com.xpkit.sociallink.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of a database, run as the user to whom its package gives its files: no database runs as root. */
final class Programs {

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");
    private static final Path INSTALL = Path.of("src/test/sh/install-recovery").toAbsolutePath();

    private final String user;
    private final Path directory;

    private Programs(String user, Path directory) {
        this.user = user;
        this.directory = directory;
    }

    /**
     * Installs what is missing.
     *
     * @param user taken only where the tests run as root
     */
    static Programs of(String user) throws IOException {
        runHere(List.of(INSTALL.toString()));
        return new Programs(user, Files.createTempDirectory("recovery")).owned();
    }

    private Programs owned() {
        own(directory);
        return this;
    }

    private void own(Path file) {
        if (IS_ROOT) {
            runHere(List.of("chown", user + ":", file.toString()));
        }
    }

    /** Belongs to the user. */
    Path directory() {
        return directory;
    }

    /** A file of the user's, in the directory. */
    Path write(String name, String text) throws IOException {
        var file = Files.writeString(directory.resolve(name), text);
        own(file);
        return file;
    }

    /** Runs it to its end, and returns what it wrote; the test fails if the program does. */
    String run(String... command) {
        return runHere(asUser(command));
    }

    private static String runHere(List<String> command) {
        try {
            var output = Files.createTempFile("recovery", ".log");
            var status = status(command, output);
            var text = Files.readString(output);
            Files.delete(output);
            assertThat(status).as(command + "\n" + text).isZero();
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** -1 if it does not end within three minutes. */
    private static int status(List<String> command, Path output) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        process.onExit().completeOnTimeout(process, 3, TimeUnit.MINUTES).join();
        var hasEnded = !process.isAlive();
        process.destroyForcibly();
        return hasEnded ? process.exitValue() : -1;
    }

    /** Starts it; what it writes is in a file of this name in the directory. */
    Process start(String log, String... command) {
        try {
            return new ProcessBuilder(asUser(command))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(log).toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** setpriv and env become the program, so the process is the program's. Root's HOME and TMPDIR are not the user's. */
    private List<String> asUser(String... command) {
        var whole = new ArrayList<String>();
        if (IS_ROOT) {
            whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups"));
            whole.addAll(List.of("env", "-u", "TMPDIR", "HOME=" + directory));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    /** Asks it to end, and waits for that. */
    static void end(Process process) {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Deletes a directory with everything in it. */
    static void delete(Path any) {
        try (var all = Files.walk(any)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
