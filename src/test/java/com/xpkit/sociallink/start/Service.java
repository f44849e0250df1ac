package com.xpkit.sociallink.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.demo.DemoAccount;
import com.xpkit.sociallink.server.Node;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The packaged WAR, on an H2 file that contains one account with one configuration. */
final class Service extends Contender {

    private static final int APPLICATION_PORT = 3000;
    private static final String SECRET = "the-operators-secret-of-the-bench";

    private final Path data;
    private String account;

    Service(Node node, Path data) {
        super("the service", node, settings(node, data));
        this.data = data;
    }

    private static Map<String, String> settings(Node node, Path data) {
        return Map.of(
                "SOCIALLINK_SERVICE_URL",
                node.url("").toString(),
                "SOCIALLINK_OPERATOR_CLIENT_ID",
                DemoAccount.OPERATOR,
                "SOCIALLINK_OPERATOR_CLIENT_SECRET",
                SECRET,
                "SOCIALLINK_DB_URL",
                "jdbc:h2:file:" + data.resolve("sociallink") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE");
    }

    @Override
    void settle() throws Exception {
        node.awaitReady();
        Files.createDirectories(data);
        account =
                new DemoAccount(node.url("").toString(), SECRET, data)
                        .ready("wx0123456789abcdef", "a-secret-of-the-bench", APPLICATION_PORT)
                        .accountId();
    }

    @Override
    String redirect() {
        return super.redirect()
                + "?account_id="
                + account
                + "&application_uri="
                + URLEncoder.encode("http://localhost:" + APPLICATION_PORT + "/in", UTF_8);
    }
}
