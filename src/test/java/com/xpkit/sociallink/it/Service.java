package com.xpkit.sociallink.it;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.server.ServerUnderTest;
import com.xpkit.sociallink.simulator.OfficialAccount;
import com.xpkit.sociallink.simulator.WeChatSimulator;
import java.io.File;
import java.net.URI;
import java.util.UUID;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The service under test: the WAR that Maven packaged, where it runs, and the WeChat it talks to. */
final class Service {

    static final URI URL = ServerUnderTest.url();

    /** One for all classes: the service gets its port before the first of them. */
    static final WeChatSimulator WECHAT =
            WeChatSimulator.start(Integer.getInteger("it.wechat.port"));

    private static final String OPERATOR_ID = System.getenv("SOCIALLINK_OPERATOR_CLIENT_ID");
    static final String OPERATOR_SECRET = System.getenv("SOCIALLINK_OPERATOR_CLIENT_SECRET");

    /** A client without a token. */
    static final ApiClient API = ApiClient.at(path -> URI.create(URL + path));

    private Service() {}

    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, new File(System.getProperty("it.war")));
    }

    static ApiClient operator() {
        return API.login(OPERATOR_ID, OPERATOR_SECRET);
    }

    static Tenant tenant() {
        return Tenant.open(operator());
    }

    static Shop shop() {
        return shop(officialAccount());
    }

    static Shop shop(OfficialAccount official) {
        return Shop.open(operator(), official);
    }

    static Phone phone() {
        return Phone.of(WECHAT);
    }

    /** A browser that is not WeChat's. */
    static Phone browser(String userAgent) {
        return Phone.withBrowser(WECHAT, userAgent);
    }

    static URI authorise(String query) {
        return URI.create(URL + "/api/wechat/authorise/?" + query);
    }

    /** A text that no other test uses. */
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

    /** Whether WeChat was asked for a token with the code of this callback. */
    static boolean isSpent(URI callback) {
        return WECHAT.logbook().isSpent(Answer.parameter(callback, "code").orElseThrow());
    }

    /** All that the server has logged. */
    static String log() {
        return ServerUnderTest.log();
    }
}
