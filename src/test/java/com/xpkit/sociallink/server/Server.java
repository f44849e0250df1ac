package com.xpkit.sociallink.server;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A kind of application server. */
interface Server {

    /** The one that this run tests: {@code -Dit.server}. */
    static Server chosen() {
        var name = System.getProperty("it.server", "payara-micro");
        return switch (name) {
            case "payara-micro" -> PayaraMicro.six();
            case "payara-micro-7" -> PayaraMicro.seven();
            case "payara-server" -> new PayaraServer();
            case "wildfly" -> new WildFly();
            case "openliberty" -> new OpenLiberty();
            default -> throw new IllegalArgumentException("-Dit.server: unknown server " + name);
        };
    }

    /**
     * Installs an instance with the WAR in its directory.
     *
     * @return what runs it in the foreground; its environment carries the service's settings
     * @throws IOException when a file cannot be written, or the server's archive was not unpacked
     */
    ProcessBuilder install(Instance instance) throws IOException;

    /**
     * The same with a data source of the server's own, made as {@code docs/servers} says.
     *
     * @param settings of the service, as if there were none
     */
    default ProcessBuilder install(
            Instance instance, ServersDataSource own, Map<String, String> settings)
            throws IOException {
        throw new UnsupportedOperationException(
                "-Dit.data-source=server: not for " + getClass().getSimpleName());
    }

    /** Where the server says whether the service is ready. */
    default URI readiness(Instance instance) {
        return instance.url("/health/ready");
    }

    /** What the log says at the end of the start, whether or not the service runs. */
    String endOfStart();

    /** Whether the server itself keeps the connections to the database, so that the service cannot count them. */
    default boolean keepsTheConnections() {
        return false;
    }

    /**
     * Whether a read of a body returns what has come. Otherwise it waits for more, and the service cannot check the
     * time.
     */
    default boolean handsBodiesOverAsTheyCome() {
        return true;
    }

    /** Empty if the service itself answers, in the contract's shape. */
    default Optional<OwnAnswer> ownAnswer(Oddity odd) {
        return Optional.empty();
    }
}
