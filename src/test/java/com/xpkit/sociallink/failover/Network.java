package com.xpkit.sociallink.failover;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A private network of machines on this one, each with a network namespace of its own, from which a machine can be cut off while
 * it runs. That needs root and Linux' namespaces; otherwise the machines are addresses of loopback, and none can be cut off.
 */
final class Network implements AutoCloseable {

    /** An interface's name may have 15 characters. */
    private final String name = "sl" + ProcessHandle.current().pid() % 10_000_000;

    private final String subnet = "10.213." + ProcessHandle.current().pid() % 256;
    private final int machines;
    private final boolean hasNamespaces;

    /**
     * @param machines how many, with the numbers from 1
     */
    Network(int machines) {
        this.machines = machines;
        hasNamespaces = canMakeNamespaces();
        if (hasNamespaces) {
            make();
        }
    }

    private boolean canMakeNamespaces() {
        try {
            ip("netns add " + name);
            ip("netns del " + name);
            return true;
        } catch (RuntimeException notHere) {
            return false;
        }
    }

    private void make() {
        try {
            ip("link add " + name + " type bridge");
            ip("addr add " + subnet + ".254/24 dev " + name);
            ip("link set " + name + " up");
            IntStream.rangeClosed(1, machines).forEach(this::add);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void add(int machine) {
        var its = its(machine);
        ip("netns add " + its);
        ip("link add " + its + " type veth peer name eth0 netns " + its);
        ip("link set " + its + " master " + name + " up");
        ip("-n " + its + " addr add " + address(machine) + "/24 dev eth0");
        ip("-n " + its + " link set eth0 up");
        ip("-n " + its + " link set lo up");
    }

    private String its(int machine) {
        return name + "-" + machine;
    }

    private static String ip(String command) {
        return Program.run(("ip " + command).split(" "));
    }

    boolean canCutOff() {
        return hasNamespaces;
    }

    String address(int machine) {
        return hasNamespaces ? subnet + "." + machine : "127.0.0." + (machine + 1);
    }

    /** What comes before a command that runs on the machine. */
    List<String> on(int machine) {
        return hasNamespaces ? List.of("ip", "netns", "exec", its(machine)) : List.of();
    }

    /** All in one, as an address with its prefix. */
    String all() {
        return hasNamespaces ? subnet + ".0/24" : "127.0.0.0/8";
    }

    /** The machine keeps running, and no packet reaches it or comes from it. Its connections stay open. */
    void cutOff(int machine) {
        ip("link set " + its(machine) + " nomaster");
    }

    void bringBack(int machine) {
        ip("link set " + its(machine) + " master " + name);
    }

    @Override
    public void close() {
        if (hasNamespaces) {
            IntStream.rangeClosed(1, machines)
                    .mapToObj(machine -> "netns del " + its(machine))
                    .forEach(Network::tryTo);
            tryTo("link del " + name);
        }
    }

    private static void tryTo(String command) {
        try {
            ip(command);
        } catch (RuntimeException neverMade) {
            // then there is nothing to delete
        }
    }
}
