package com.xpkit.sociallink.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The service under test: the WAR that Maven packaged, where it runs, and the WeChat it speaks to. */
final class Service {

    static final URI URL = URI.create("http://127.0.0.1:" + port("it.service.port"));

    /** One for all classes: the service is told of its port before any of them. */
    static final WeChatSimulator WECHAT = WeChatSimulator.start(port("it.wechat.port"));

    private Service() {}

    private static int port(String property) {
        return Integer.getInteger(property);
    }

    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, new File(System.getProperty("it.war")));
    }

    /** Something that no other test has. */
    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    /** A new Official Account whose web-authorisation domain is the service's. */
    static OfficialAccount officialAccount() {
        return WECHAT.register(
                new OfficialAccount(unique("wx"), unique("app-secret-"), URL.getAuthority())
                        .asTestAccount());
    }

    static OfficialAccount officialAccountOf(String platform) {
        return WECHAT.register(officialAccount().boundTo(platform));
    }

    /** All that the server has logged; Payara Micro numbers its files. */
    static String log() {
        var log = Path.of(System.getProperty("it.log"));
        try (var files = Files.list(log.getParent())) {
            return files.filter(file -> isPartOf(log, file.getFileName().toString()))
                    .map(Service::read)
                    .collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPartOf(Path log, String name) {
        return name.matches("\\Q" + log.getFileName() + "\\E(\\.[0-9]+)*");
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
