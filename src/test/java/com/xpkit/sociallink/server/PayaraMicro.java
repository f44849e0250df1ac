package com.xpkit.sociallink.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One jar per version. */
final class PayaraMicro implements Server {

    private final Path jar;
    private final List<String> options;

    private PayaraMicro(String jar, String... options) {
        this.jar = Instance.unpacked(jar);
        this.options = List.of(options);
    }

    static PayaraMicro six() {
        return new PayaraMicro("payara-micro.jar");
    }

    /**
     * Its services start one after the other: in parallel, they waited for each other for ever
     * (docs/servers/payara.md).
     */
    static PayaraMicro seven() {
        return new PayaraMicro(
                "servers/payara-micro-7.jar", "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS");
    }

    @Override
    public ProcessBuilder install(Instance instance) {
        var command = new ArrayList<String>();
        command.add(Instance.javaHome().resolve("bin/java").toString());
        command.addAll(instance.javaOptions());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of("--nohazelcast", "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(instance.port())));
        command.addAll(
                List.of(
                        "--prebootcommandfile",
                        Instance.config("payara/pre-boot.asadmin").toString()));
        command.addAll(List.of("--deploy", instance.war().toString()));
        return new ProcessBuilder(command);
    }

    @Override
    public String endOfStart() {
        return "ready in";
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
