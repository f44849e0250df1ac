package com.xpkit.sociallink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A domain of its own for each instance, laid out anew unless it has the very WAR already. */
final class PayaraServer implements Server {

    private static final Path HOME = Instance.unpacked("servers/payara6/glassfish");

    @Override
    public ProcessBuilder install(Instance instance) throws IOException {
        var domain = new PayaraDomain(instance.directory().resolve("domain"));
        var isNew = !domain.has(instance.war());
        if (isNew) {
            domain.create(HOME.resolve("domains/domain1"), instance.javaOptions());
        }
        var running = new ProcessBuilder(start(instance, isNew));
        running.environment().put("AS_JAVA", Instance.javaHome().toString());
        return running;
    }

    private static List<String> start(Instance instance, boolean isNew) throws IOException {
        var command = new ArrayList<String>();
        command.add(HOME.resolve("bin/asadmin").toString());
        command.addAll(List.of("start-domain", "--verbose"));
        command.addAll(List.of("--domaindir", instance.directory().toString()));
        command.addAll(List.of("--prebootcommandfile", preBoot(instance).toString()));
        command.addAll(List.of("--postbootcommandfile", postBoot(instance, isNew).toString()));
        command.add("domain");
        return command;
    }

    /** The operator's own, and this instance's ports. */
    private static Path preBoot(Instance instance) throws IOException {
        var lines = new ArrayList<String>();
        lines.addAll(Files.readAllLines(Instance.config("payara/server.asadmin")));
        lines.add(port("http-listener-1", instance.port()));
        lines.add(port("admin-listener", instance.managementPort()));
        return Files.write(instance.directory().resolve("pre-boot.asadmin"), lines);
    }

    private static String port(String listener, int port) {
        return "set configs.config.server-config.network-config.network-listeners.network-listener."
                + listener
                + ".port="
                + port;
    }

    /** The operator's own, and the WAR where it is not there yet. */
    private static Path postBoot(Instance instance, boolean isNew) throws IOException {
        var lines = new ArrayList<String>();
        lines.addAll(Files.readAllLines(Instance.config("payara/server-log.asadmin")));
        if (isNew) {
            lines.add("deploy --name sociallink --contextroot / " + instance.war());
        }
        return Files.write(instance.directory().resolve("post-boot.asadmin"), lines);
    }

    /** Its result comes last. */
    @Override
    public String endOfStart() {
        return "Boot Command deploy ";
    }
}
