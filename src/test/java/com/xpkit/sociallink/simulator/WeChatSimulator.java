package com.xpkit.sociallink.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running WeChat on 127.0.0.1: authorise page and API on one port. Closing it breaks off unfinished answers. */
public final class WeChatSimulator implements AutoCloseable {

    static {
        // the JDK's server writes head and body separately; Nagle's algorithm would cost 40 ms an
        // answer
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Platform platform;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(WeChatSimulator::daemon);

    private WeChatSimulator(SimulatorOptions options) throws IOException {
        platform = new Platform(options);
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        server = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", platform.front());
        server.start();
    }

    /** WeChat as it is, on this port, or on any free one for 0. */
    public static WeChatSimulator start(int port) {
        return start(SimulatorOptions.defaults().port(port));
    }

    public static WeChatSimulator start(SimulatorOptions options) {
        try {
            return new WeChatSimulator(options);
        } catch (IOException portTaken) {
            throw new UncheckedIOException(portTaken);
        }
    }

    /** Both the open and the API address, without a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Registers the account; it replaces one with the same appid. */
    public OfficialAccount register(OfficialAccount account) {
        platform.accounts().register(account);
        return account;
    }

    /** The visitor of every browser that has not chosen one on a sheet; may be a new one. */
    public void currentVisitor(Visitor visitor) {
        platform.visitors().current(visitor);
    }

    /** Answers every consent sheet without showing it, as for a follower who comes from the account's menu. */
    public void answerSheetsWith(Decision decision) {
        platform.authorizePage().answerSheetsWith(decision);
    }

    /** A fresh code, for tests that skip the authorise page. */
    public String issueCode(String appId, Visitor visitor, Scope scope) {
        return platform.codes().issue(new Grant(platform.accounts().named(appId), visitor, scope));
    }

    /**
     * Where WeChat calls back once the visitor accepted this link, each time with another code for the same state;
     * {@link ErrorPageShown} when WeChat would refuse the link. The browser's User-Agent is not asked for.
     */
    public URI accept(URI authorizeLink, Visitor visitor) {
        return decide(authorizeLink, visitor, Decision.ACCEPT).orElseThrow();
    }

    /** As {@link #accept}, for any decision; empty where no callback comes. */
    public Optional<URI> decide(URI authorizeLink, Visitor visitor, Decision decision) {
        AuthorizeLink link = platform.check().read(authorizeLink.getRawQuery());
        return platform.deciding().callback(link, visitor, decision);
    }

    public Faults faults() {
        return platform.faults();
    }

    public Logbook logbook() {
        return platform.logbook();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wechat-simulator");
        thread.setDaemon(true);
        return thread;
    }
}
