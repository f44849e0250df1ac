package com.xpkit.sociallink.it;

import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.io.File;
import java.net.URI;
import java.util.UUID;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The service under test: the WAR that Maven packaged, where it runs, and the WeChat it speaks to. */
final class Service {

    static final URI URL = ServerUnderTest.url();

    /** One for all classes: the service is told of its port before any of them. */
    static final WeChatSimulator WECHAT =
            WeChatSimulator.start(Integer.getInteger("it.wechat.port"));

    private Service() {}

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

    /** Whether somebody has asked WeChat for a token with the code of this callback. */
    static boolean isSpent(URI callback) {
        return WECHAT.logbook().isSpent(Answer.parameter(callback, "code").orElseThrow());
    }

    /** All that the server has logged. */
    static String log() {
        return ServerUnderTest.log();
    }
}
