package com.xpkit.sociallink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A domain of its own for each instance, created again unless it already has this very WAR. */
final class PayaraServer implements Server {

    private static final Path HOME = Instance.unpacked("servers/payara6/glassfish");

    @Override
    public ProcessBuilder install(Instance instance) throws IOException {
        var domain = domain(instance);
        if (domain.has(instance.war())) {
            return start(instance, List.of());
        }
        create(domain, instance);
        return start(instance, List.of(deployment(instance)));
    }

    /**
     * Only the console can write the domain's file of passwords, so the tests' password is used instead of its alias.
     */
    @Override
    public ProcessBuilder install(
            Instance instance, ServersDataSource own, Map<String, String> settings)
            throws IOException {
        create(domain(instance), instance);
        var commands = new ArrayList<String>();
        commands.add("add-library " + ServersDataSource.driver(instance.directory()));
        own.changed(Instance.config("payara/data-source.asadmin"))
                .replace("${ALIAS=sociallink-db}", own.password())
                .lines()
                .forEach(commands::add);
        commands.add("ping-connection-pool sociallink");
        commands.add(deployment(instance));
        return Node.given(start(instance, commands), own.instead(settings, "jdbc/sociallink"));
    }

    private static PayaraDomain domain(Instance instance) {
        return new PayaraDomain(instance.directory().resolve("domain"));
    }

    private static void create(PayaraDomain domain, Instance instance) throws IOException {
        domain.create(HOME.resolve("domains/domain1"), instance.javaOptions());
    }

    private static String deployment(Instance instance) {
        return "deploy --name sociallink --contextroot / " + instance.war();
    }

    private static ProcessBuilder start(Instance instance, List<String> further)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(HOME.resolve("bin/asadmin").toString());
        command.addAll(List.of("start-domain", "--verbose"));
        command.addAll(List.of("--domaindir", instance.directory().toString()));
        command.addAll(List.of("--prebootcommandfile", preBoot(instance).toString()));
        command.addAll(List.of("--postbootcommandfile", postBoot(instance, further).toString()));
        command.add("domain");
        var running = new ProcessBuilder(command);
        running.environment().put("AS_JAVA", Instance.javaHome().toString());
        return running;
    }

    /** The operator's commands, and this instance's ports. */
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

    /** The operator's commands, and those of this start. */
    private static Path postBoot(Instance instance, List<String> further) throws IOException {
        var lines = new ArrayList<String>();
        lines.addAll(Files.readAllLines(Instance.config("payara/server-log.asadmin")));
        lines.addAll(further);
        return Files.write(instance.directory().resolve("post-boot.asadmin"), lines);
    }

    /** The result of this command comes last. */
    @Override
    public String endOfStart() {
        return "Boot Command deploy ";
    }

    /** HTTP/2 stays on: without it Payara withholds the body of each request that offers it. */
    @Override
    public Optional<OwnAnswer> ownAnswer(Oddity odd) {
        return switch (odd) {
            case HTTP_2 -> Optional.of(new OwnAnswer(101, ""));
            case HEADER_BEYOND_ASCII -> Optional.of(new OwnAnswer(400, ""));
            default -> Optional.empty();
        };
    }
}
