package com.xpkit.sociallink.attack;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.xpkit.sociallink.server.Node;
import com.xpkit.sociallink.start.ServerProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What is left in a server's heap after each garbage collection, read through the JDK's own agent. */
final class Heap implements AutoCloseable {

    private static final int MIB = 1024 * 1024;

    private final JMXConnector connector;
    private final List<GarbageCollectorMXBean> collectors;
    private volatile long peak;

    private Heap(JMXConnector connector) throws IOException {
        this.connector = connector;
        collectors =
                List.copyOf(
                        ManagementFactory.getPlatformMXBeans(
                                connector.getMBeanServerConnection(),
                                GarbageCollectorMXBean.class));
    }

    static Heap of(Node node) throws IOException {
        var pid = Long.toString(ServerProcess.of(node).handle().pid());
        try {
            var machine = VirtualMachine.attach(pid);
            var address = machine.startLocalManagementAgent();
            machine.detach();
            return new Heap(JMXConnectorFactory.connect(new JMXServiceURL(address)));
        } catch (AttachNotSupportedException other) {
            throw new IOException(other);
        }
    }

    /** Reads what was left after the last collection of each kind. */
    void look() {
        for (var collector : collectors) {
            var last = collector.getLastGcInfo();
            if (last != null) {
                var left =
                        last.getMemoryUsageAfterGc().entrySet().stream()
                                .filter(pool -> isOfTheHeap(pool.getKey()))
                                .mapToLong(pool -> used(pool.getValue()))
                                .sum();
                peak = Math.max(peak, left);
            }
        }
    }

    private static boolean isOfTheHeap(String pool) {
        return pool.matches(".*(Eden|Survivor|Old|Tenured).*");
    }

    private static long used(MemoryUsage usage) {
        return usage.getUsed();
    }

    /** The peak in MiB since the last call. */
    long takePeak() {
        look();
        var seen = peak;
        peak = 0;
        return seen / MIB;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
