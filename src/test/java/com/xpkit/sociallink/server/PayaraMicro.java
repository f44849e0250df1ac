package com.xpkit.sociallink.server;

import java.util.ArrayList;
import java.util.List;

final class PayaraMicro implements Server {

    @Override
    public ProcessBuilder install(Instance instance) {
        var command = new ArrayList<String>();
        command.add(Instance.javaHome().resolve("bin/java").toString());
        command.addAll(instance.javaOptions());
        command.addAll(List.of("-jar", Instance.unpacked("payara-micro.jar").toString()));
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
}
