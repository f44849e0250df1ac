package com.xpkit.sociallink.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Payara Micro with the WAR that Maven packaged, as a process of its own. */
final class DemoServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path build;
    private final Path data;
    private final int port;
    private final String operatorSecret = UUID.randomUUID().toString();
    private Process process;

    DemoServer(Path build, Path data, int port) {
        this.build = build;
        this.data = data;
        this.port = port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    String operatorSecret() {
        return operatorSecret;
    }

    /** Returns when the service is ready; otherwise the exception says what went wrong. */
    void start(int simulatorPort) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("operator-secret"), operatorSecret);
        var preBoot = build.resolveSibling("server-config/payara/pre-boot.asadmin");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var starting =
                new ProcessBuilder(
                                java,
                                "-jar",
                                build.resolve("payara-micro.jar").toString(),
                                "--nohazelcast",
                                "--contextroot",
                                "/",
                                "--port",
                                Integer.toString(port),
                                "--prebootcommandfile",
                                preBoot.toString(),
                                "--deploy",
                                build.resolve("sociallink.war").toString())
                        .directory(data.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("server.log").toFile());
        starting.environment().putAll(settings(simulatorPort));
        process = starting.start();
        awaitReady();
    }

    /** Only settings that operators have too: every desktop browser calls itself Mozilla. */
    private Map<String, String> settings(int simulatorPort) {
        return Map.of(
                "SOCIALLINK_SERVICE_URL",
                url(),
                "SOCIALLINK_OPERATOR_CLIENT_ID",
                DemoAccount.OPERATOR,
                "SOCIALLINK_OPERATOR_CLIENT_SECRET",
                operatorSecret,
                "SOCIALLINK_WECHAT_OPEN_URL",
                "http://localhost:" + simulatorPort,
                "SOCIALLINK_WECHAT_API_URL",
                "http://127.0.0.1:" + simulatorPort,
                "SOCIALLINK_WECHAT_USER_AGENT",
                "mozilla");
    }

    private void awaitReady() throws IOException, InterruptedException {
        var log = data.resolve("server.log");
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("The service did not start; see " + log);
            }
            process.waitFor(500, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isReady() throws InterruptedException {
        var ready =
                HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            var answer =
                    HttpClient.newHttpClient().send(ready, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("database");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(slow -> null).join();
            process.destroyForcibly();
        }
    }
}
