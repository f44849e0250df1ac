package com.xpkit.sociallink.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test of a process the same cluster, which JUnit closes after the last one. After each test, WeChat has no
 * faults again.
 */
final class SharedCluster implements ParameterResolver, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        cluster(context).wechat().faults().clear();
    }

    private static Cluster cluster(ExtensionContext context) {
        // in one of several processes each class is a run of its own, within one session
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedCluster.class))
                .getOrComputeIfAbsent(Cluster.class, type -> started(), Cluster.class);
    }

    private static Cluster started() {
        try {
            return Cluster.ofTheTests();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
