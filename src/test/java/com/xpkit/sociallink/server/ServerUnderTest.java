package com.xpkit.sociallink.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Lets Arquillian run a {@link Node} of the chosen server. The WAR is the file that Maven packaged, byte for byte;
 * the first class starts the server with it, as an operator does, and the others use the same server.
 */
public final class ServerUnderTest implements DeployableContainer<ServerUnderTest.Nothing> {

    private static final int PORT = Integer.getInteger("it.service.port", 0);
    private static final Node NODE = new Node("under-test", PORT);

    private boolean isRunning;

    /** There is nothing to configure in arquillian.xml. */
    public static final class Nothing implements ContainerConfiguration {

        @Override
        public void validate() {}
    }

    /** Everything that the server has logged. */
    public static String log() {
        return NODE.log();
    }

    public static URI url() {
        return URI.create("http://127.0.0.1:" + PORT);
    }

    /** The bytes of the server's objects that are still in use, after a garbage collection. */
    public static long bytesInUse() {
        return NODE.bytesInUse();
    }

    /** Whether the server reports that the service is ready. */
    public static boolean isReady() {
        return NODE.isReady();
    }

    /** Whether the server itself keeps the connections to the database. */
    public static boolean keepsTheConnections() {
        return NODE.keepsTheConnections();
    }

    /** Whether a read of a body returns what has come, so that the service can check the time. */
    public static boolean handsBodiesOverAsTheyCome() {
        return NODE.handsBodiesOverAsTheyCome();
    }

    /** Empty if the service itself answers, in the contract's shape. */
    public static Optional<OwnAnswer> ownAnswer(Oddity odd) {
        return NODE.ownAnswer(odd);
    }

    @Override
    public Class<Nothing> getConfigurationClass() {
        return Nothing.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (!archive.getName().equals(Instance.packagedWar().getFileName().toString())) {
            throw new DeploymentException("Only the packaged WAR is tested: " + archive.getName());
        }
        if (!isRunning) {
            NODE.start(settings()).awaitReady();
            isRunning = true;
        }
        var context = new HTTPContext("127.0.0.1", PORT).add(new Servlet("service", "/"));
        return new ProtocolMetaData().addContext(context);
    }

    /** Maven hands them to the tests. */
    private static Map<String, String> settings() {
        var settings = new TreeMap<>(System.getenv());
        settings.keySet().removeIf(name -> !name.startsWith("SOCIALLINK_"));
        return settings;
    }

    @Override
    public void undeploy(Archive<?> archive) {}

    @Override
    public void stop() {
        NODE.close();
    }
}
