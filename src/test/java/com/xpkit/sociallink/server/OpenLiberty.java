package com.xpkit.sociallink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

final class OpenLiberty implements Server {

    private static final String NAME = "sociallink";

    @Override
    public ProcessBuilder install(Instance instance) throws IOException {
        var home = instance.directory().resolve("servers").resolve(NAME);
        Files.createDirectories(home.resolve("apps"));
        copy(Instance.config("openliberty/server.xml"), home);
        copy(Instance.config("openliberty/jvm.options"), home);
        copy(instance.war(), home.resolve("apps"));
        Instance.copyDrivers(
                "{h2,postgresql,mariadb}-*.jar", Files.createDirectories(home.resolve("drivers")));
        return run(instance);
    }

    @Override
    public String endOfStart() {
        return "CWWKF0011I";
    }

    /** Its {@code <dataSource>} replaces the WAR's. */
    @Override
    public boolean keepsTheConnections() {
        return true;
    }

    @Override
    public boolean handsBodiesOverAsTheyCome() {
        return false;
    }

    /** Health is a separate application; the server's own code answers the rest before the service's filters. */
    @Override
    public Optional<OwnAnswer> ownAnswer(Oddity odd) {
        return switch (odd) {
            case AT_HEALTH, LOWER_CASE_GET -> Optional.of(new OwnAnswer(200, "application/json"));
            case FOREIGN_ADDRESS -> Optional.of(new OwnAnswer(400, ""));
            case JSP -> Optional.of(new OwnAnswer(403, "text/html"));
            case TRACE -> Optional.of(new OwnAnswer(403, "text/html"));
            default -> Optional.empty();
        };
    }

    private static void copy(Path file, Path directory) throws IOException {
        Files.copy(
                file,
                directory.resolve(file.getFileName()),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static ProcessBuilder run(Instance instance) {
        var script = Instance.unpacked("servers/wlp").resolve("bin/server");
        var running = new ProcessBuilder(script.toString(), "run", NAME);
        var environment = running.environment();
        environment.put("WLP_USER_DIR", instance.directory().toString());
        environment.put("HTTP_PORT", Integer.toString(instance.port()));
        environment.put("JAVA_HOME", Instance.javaHome().toString());
        environment.put("JVM_ARGS", String.join(" ", instance.javaOptions()));
        return running;
    }
}
