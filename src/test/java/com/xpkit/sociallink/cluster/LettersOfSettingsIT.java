package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.server.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A value is taken literally, whatever the server's Config would make of it. */
@ExtendWith(SharedCluster.class)
class LettersOfSettingsIT {

    private static final String ODD = "ab$$cd${none}e${HOME}f\\g\\,h,i#{1+1}%41${ENV=HOME}${";
    private static final String OPERATORS = "operator:" + ODD;
    private static final String PROMETHEUS = "metrics:" + ODD + "\\";
    private static final String KEY = "a-key-of-32-characters-$$${HOME}\\k${";

    /** Without what Open Liberty would replace when it makes its own data source from it. */
    private static final String PASSWORD = "p$$w$HOME#{1+1}\\d\\,e,f'g\"h%41 {xor}i\\";

    private final Cluster cluster;

    LettersOfSettingsIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void meanThemselves() throws Exception {
        try (var node = new Node("node-letters")) {
            var database = cluster.anotherDatabase("letters", password(node));
            node.start(settings(database)).awaitReady();

            var token = ApiClient.at(node).login(Cluster.OPERATOR, OPERATORS).token();
            assertThat(SealMother.with(KEY).open(Purpose.ACCESS_TOKEN, token)).isPresent();
            var prometheus = ApiClient.at(node).login("prometheus", PROMETHEUS);
            assertThat(prometheus.get("/api/metrics/").status()).isEqualTo(200);
        }
    }

    private static String password(Node node) {
        return node.keepsTheConnections() ? PASSWORD : PASSWORD + "${HOME}j${";
    }

    private Map<String, String> settings(Database database) {
        var settings = cluster.settings();
        settings.putAll(
                Map.of(
                        "SOCIALLINK_OPERATOR_CLIENT_SECRET",
                        OPERATORS,
                        "SOCIALLINK_METRICS_CLIENT_ID",
                        "prometheus",
                        "SOCIALLINK_METRICS_CLIENT_SECRET",
                        PROMETHEUS,
                        "SOCIALLINK_SECRET_KEY",
                        KEY,
                        "SOCIALLINK_DB_URL",
                        database.url(),
                        "SOCIALLINK_DB_USER",
                        database.user(),
                        "SOCIALLINK_DB_PASSWORD",
                        database.password()));
        return settings;
    }
}
