package com.xpkit.sociallink.demo;

import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.SimulatorOptions;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The README's first command: the service on Payara Micro with H2, the WeChat simulator and a demo
 * application, all on loopback, until Ctrl-C. It uses only settings that operators have too.
 */
public final class Demo {

    static final int SERVICE_PORT = 8080;
    static final int SIMULATOR_PORT = 9090;
    static final int APPLICATION_PORT = 3000;

    private static final String APP_ID = "wx0123456789abcdef";
    private static final String APP_SECRET = "a-secret-of-the-simulator";

    private Demo() {}

    /**
     * @param arguments the directory that holds the WAR and payara-micro.jar, and the one that keeps the data
     */
    public static void main(String... arguments) throws Exception {
        var build = Path.of(arguments[0]).toAbsolutePath();
        var data = Path.of(arguments[1]).toAbsolutePath();
        for (var port : List.of(SERVICE_PORT, SIMULATOR_PORT, APPLICATION_PORT)) {
            mustBeFree(port);
        }
        var stopped = new CountDownLatch(1);
        var server = new DemoServer(build, data, SERVICE_PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped)));
        try (var simulator = WeChatSimulator.start(anyBrowser())) {
            simulator.register(
                    new OfficialAccount(APP_ID, APP_SECRET, "localhost:" + SERVICE_PORT)
                            .asTestAccount()
                            .boundTo("demo"));
            System.out.println("Starting Social Link, this takes some 15 seconds …");
            server.start(simulator.url().getPort());
            var account =
                    new DemoAccount(server.url(), server.operatorSecret(), data)
                            .ready(APP_ID, APP_SECRET, APPLICATION_PORT);
            var application = account.application(APPLICATION_PORT);
            System.out.println(welcome(data, account));
            stopped.await();
            application.close();
        }
    }

    private static void mustBeFree(int port) throws IOException {
        try (var listener = new Socket(InetAddress.getLoopbackAddress(), port)) {
            throw new IllegalStateException(
                    "Port "
                            + listener.getPort()
                            + " is taken: stop what listens there, then try again.");
        } catch (ConnectException free) {
            return;
        }
    }

    private static SimulatorOptions anyBrowser() {
        return SimulatorOptions.defaults().port(SIMULATOR_PORT).withAnyBrowser();
    }

    private static void stop(DemoServer server, CountDownLatch stopped) {
        server.close();
        stopped.countDown();
    }

    private static String welcome(Path data, DemoAccount account) {
        return """

                Social Link is ready. Open in any browser:

                  http://localhost:%d/            an application: link yourself, see the profile
                  http://localhost:%d/            the WeChat simulator: choose who you are
                  http://localhost:%d/api/docs/   the service's API: read it, try it out

                The demo account is %s; its app: client_id %s
                The operator: client_id %s, client_secret in %s/operator-secret
                Data and the server's log (server.log) are in %s
                Ctrl-C stops all of it.
                """
                .formatted(
                        APPLICATION_PORT,
                        SIMULATOR_PORT,
                        SERVICE_PORT,
                        account.accountId(),
                        account.clientId(),
                        DemoAccount.OPERATOR,
                        data,
                        data);
    }
}
