package com.xpkit.sociallink.platform.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.function.Supplier;

/** The metrics of this node since the application started. */
@ApplicationScoped
public class Metrics {

    private final Registry registry = new Registry();
    private final Steps steps = new Steps(registry);
    private final LinkMetrics links = new LinkMetrics(registry);
    private final WeChatMetrics wechat = new WeChatMetrics(registry, steps);
    private final JobMetrics jobs = new JobMetrics(registry);
    private final ApiMetrics api = new ApiMetrics(registry);

    public Metrics() {
        new JvmMetrics(registry);
        registry.info("sociallink_build_info", "The running version.", "version", version());
    }

    /** Creates the bean at the start, so that all metrics exist before the first visitor. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

    public Steps steps() {
        return steps;
    }

    public LinkMetrics links() {
        return links;
    }

    public WeChatMetrics wechat() {
        return wechat;
    }

    public JobMetrics jobs() {
        return jobs;
    }

    public ApiMetrics api() {
        return api;
    }

    /**
     * A gauge whose value is looked up on every read.
     *
     * @param look empty while there is no value
     */
    public void gauge(String name, String help, Supplier<OptionalDouble> look) {
        registry.looked(name, help, gauge -> look.get().ifPresent(gauge::call));
    }

    /**
     * @param accept the header; may be null
     */
    public Exposition show(String accept) {
        return Exposition.of(registry.scrape(), accept);
    }

    private static String version() {
        try (var build = Metrics.class.getResourceAsStream("build.properties")) {
            var properties = new Properties();
            properties.load(build);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
