package com.xpkit.sociallink.server;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unpacked zip, configured once by the operator's script; an instance has a base directory of its own. */
final class WildFly implements Server {

    private static final Path HOME = Instance.unpacked("servers/wildfly");
    private static final Path SCRIPT = Instance.config("wildfly/sociallink.cli");
    private static final Path OWN_DATA_SOURCE = Instance.config("wildfly/data-source.cli");
    private static final String CONFIGURATION = "standalone-microprofile.xml";

    @Override
    public ProcessBuilder install(Instance instance) throws IOException {
        var base = instance.directory().resolve("standalone");
        copyFiles(configured(), base.resolve("configuration"));
        var deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(
                instance.war(),
                deployments.resolve("sociallink.war"),
                REPLACE_EXISTING,
                COPY_ATTRIBUTES);
        var starting =
                new ProcessBuilder(
                        HOME.resolve("bin/standalone.sh").toString(),
                        "--server-config=" + CONFIGURATION,
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + instance.port(),
                        "-Djboss.management.http.port=" + instance.managementPort());
        starting.environment().put("JAVA_HOME", Instance.javaHome().toString());
        starting.environment().put("JAVA_OPTS", String.join(" ", instance.javaOptions()));
        return starting;
    }

    @Override
    public ProcessBuilder install(
            Instance instance, ServersDataSource own, Map<String, String> settings)
            throws IOException {
        var starting = install(instance);
        var modules = modules(instance);
        var script = instance.directory().resolve("data-source.cli");
        Files.writeString(
                script,
                own.changed(OWN_DATA_SOURCE)
                        .replace("module add ", "module add --module-root-dir=" + modules + " ")
                        .replace(
                                "/opt/sociallink/postgresql-42.7.14.jar",
                                ServersDataSource.driver(instance.directory()).toString()));
        run(script, instance.directory().resolve("standalone"));
        starting.environment().put("JBOSS_MODULEPATH", HOME.resolve("modules") + ":" + modules);
        return Node.given(starting, own.instead(settings, "java:jboss/datasources/sociallink"));
    }

    /** Only for the driver, in addition to the server's modules. */
    private static Path modules(Instance instance) throws IOException {
        return Files.createTempDirectory(instance.directory(), "modules");
    }

    /** Health is at the management port. */
    @Override
    public URI readiness(Instance instance) {
        return URI.create("http://127.0.0.1:" + instance.managementPort() + "/health/ready");
    }

    /** Occurs in both: "started in 9000ms - Started …", and "started (with errors) in …". */
    @Override
    public String endOfStart() {
        return "ms - Started ";
    }

    /** Undertow decodes an address while it reads the request, and compares its host with the Host. */
    @Override
    public Optional<OwnAnswer> ownAnswer(Oddity odd) {
        return switch (odd) {
            case BROKEN_QUERY, FORBIDDEN_CHARACTERS, FOREIGN_ADDRESS ->
                    Optional.of(new OwnAnswer(400, ""));
            default -> Optional.empty();
        };
    }

    /** Configures the server unless it was configured with this very script; that takes some seconds. */
    private static Path configured() throws IOException {
        var base = Instance.unpacked("instances/wildfly-configured");
        var configuration = base.resolve("configuration");
        var done = configuration.resolve("done.cli");
        if (!Files.exists(done) || Files.mismatch(SCRIPT, done) >= 0) {
            copyFiles(HOME.resolve("standalone/configuration"), configuration);
            run(SCRIPT, base);
            Files.copy(SCRIPT, done, REPLACE_EXISTING);
        }
        return configuration;
    }

    private static void run(Path script, Path base) throws IOException {
        var log = base.resolve("cli.log").toFile();
        var running =
                new ProcessBuilder(
                        HOME.resolve("bin/jboss-cli.sh").toString(),
                        "--file=" + script,
                        "-Djboss.server.base.dir=" + base);
        running.environment().put("JAVA_HOME", Instance.javaHome().toString());
        var ended = running.redirectErrorStream(true).redirectOutput(log).start().onExit().join();
        if (ended.exitValue() != 0) {
            throw new IOException(script + " failed; see " + log);
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (var listed = Files.list(from)) {
            files = listed.filter(Files::isRegularFile).toList();
        }
        for (var file : files) {
            Files.copy(file, to.resolve(file.getFileName()), REPLACE_EXISTING);
        }
    }
}
