package com.xpkit.sociallink.start;

import static java.util.Comparator.comparingLong;

import com.xpkit.sociallink.server.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The server's own process, as Linux sees it: the largest of a node. The shell or Payara's asadmin, which has started
 * it, keeps running with every WAR and would only blur the difference.
 */
public record ServerProcess(ProcessHandle handle) {

    private static final long KIB = 1024;

    public static ServerProcess of(Node node) {
        return node.everyProcess()
                .map(ServerProcess::new)
                .max(comparingLong(ServerProcess::memory))
                .orElseThrow();
    }

    /** Resident memory, in bytes. */
    long memory() {
        var status = Path.of("/proc", Long.toString(handle.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Processor time used until now. */
    Duration time() {
        return handle.info().totalCpuDuration().orElseThrow();
    }
}
