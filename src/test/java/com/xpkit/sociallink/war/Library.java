package com.xpkit.sociallink.war;

import java.util.Arrays;
import java.util.Optional;

/** Every jar that may be in the WAR. Operators have to patch each of them, so a new one needs a reason. */
enum Library {
    CAFFEINE(
            "caffeine",
            1_200,
            "com/github/benmanes/caffeine/",
            "configurations in memory, bounded; no server shows applications a cache of its own"),
    FLYWAY_CORE("flyway-core", 900, "org/flywaydb/core/", "migrations, locked; no server has any"),
    FLYWAY_MYSQL(
            "flyway-mysql",
            50,
            "org/flywaydb/database/mysql/",
            "flyway-core knows H2, and no MariaDB without it"),
    FLYWAY_POSTGRESQL(
            "flyway-database-postgresql",
            50,
            "org/flywaydb/database/postgresql/",
            "flyway-core knows H2, and no PostgreSQL without it"),
    H2(
            "h2",
            2_800,
            "org/h2/",
            "a service without a database server. Open Liberty has none, WildFly hides its own from"
                    + " applications, and Payara's, which hides ours there, is not on the others"),
    HTTPCLIENT(
            "httpclient5",
            1_150,
            "org/apache/hc/client5/",
            "calls WeChat and webhooks alike on every server; the servers' own clients differ in proxies,"
                    + " idle connections and repeats, and none lets the address be judged"),
    HTTPCORE(
            "httpcore5",
            1_050,
            "org/apache/hc/core5/",
            "HttpClient's reader and writer of HTTP/1.1"),
    HTTPCORE_H2(
            "httpcore5-h2",
            300,
            "org/apache/hc/core5/http2/",
            "HttpClient's settings for TLS name a class of it"),
    MARIADB("mariadb-java-client", 900, "org/mariadb/jdbc/", "the driver; no server brings one"),
    POSTGRESQL("postgresql", 1_350, "org/postgresql/", "the driver; no server brings one"),
    PROMETHEUS_CONFIG(
            "prometheus-metrics-config",
            80,
            "io/prometheus/metrics/config/",
            "the client's core does not run without it"),
    PROMETHEUS_CORE(
            "prometheus-metrics-core",
            150,
            "io/prometheus/metrics/core/",
            "counters and histograms; WildFly has no MicroProfile Metrics"),
    PROMETHEUS_FORMATS(
            "prometheus-metrics-exposition-textformats",
            80,
            "io/prometheus/metrics/expositionformats/",
            "writes what Prometheus reads"),
    PROMETHEUS_MODEL(
            "prometheus-metrics-model",
            200,
            "io/prometheus/metrics/model/",
            "the client's core does not run without it"),
    SLF4J_API(
            "slf4j-api",
            80,
            "org/slf4j/",
            "HttpClient does not run without it; WildFly has one, which comes first there, the others none"),
    SLF4J_JDK14(
            "slf4j-jdk14",
            20,
            "org/slf4j/jul/",
            "without it the logs of HttpClient, Flyway and MariaDB's driver would go nowhere");

    private final String artifact;
    private final long kilobytes;
    private final String root;
    private final String reason;

    Library(String artifact, long kilobytes, String root, String reason) {
        this.artifact = artifact;
        this.kilobytes = kilobytes;
        this.root = root;
        this.reason = reason;
    }

    /** Empty if no reason is given for it. */
    static Optional<Library> of(Jar jar) {
        return Arrays.stream(values())
                .filter(library -> jar.file().matches(library.artifact + "-[0-9.]+\\.jar"))
                .findFirst();
    }

    /** The artifact id. */
    String artifact() {
        return artifact;
    }

    long maxBytes() {
        return kilobytes * 1_024;
    }

    /** The paths that contain all its classes. */
    String root() {
        return root;
    }

    @Override
    public String toString() {
        return artifact + ": " + reason;
    }
}
