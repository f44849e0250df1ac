package com.xpkit.sociallink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator's HAProxy keeps from the nodes. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HaproxyIT {

    private static final String OURS = "127.0.0.1";

    /** How HTTP/2 begins, and its first frame: no settings (RFC 9113, section 3.4). */
    private static final String HTTP_2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    private final Cluster cluster;
    private final Balancer balancer = new Balancer("haproxy-in-front");

    HaproxyIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeAll
    void start() throws IOException {
        balancer.start(cluster.one(), cluster.two());
    }

    @AfterAll
    void stop() {
        balancer.close();
    }

    private int status(String path, String host) throws IOException {
        try (var line = Line.to(balancer.url("/"))) {
            return line.get(path, host).status();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/api/docs/", "/api/docs/?a=../b//c"})
    void passesOnWhatIsForTheService(String path) throws IOException {
        assertThat(status(path, OURS)).isIn(200, 400);
        assertThat(status(path, OURS + ":8000")).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "evil.example:80",
                "localhost",
                ""
            })
    void refusesAnotherHost(String host) throws IOException {
        assertThat(status("/META-INF", host)).isEqualTo(421);
        assertThat(status("/openapi.yaml", host)).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/ready",
                "/metrics",
                "/METRICS/",
                "/api/metrics/",
                "/metrics;a",
                "//metrics",
                "/./metrics",
                "/x/../metrics",
                "/%6detrics",
                "/.;/metrics",
                "/META-INF",
                "/META-INF/MANIFEST.MF",
                "/meta-inf/",
                "/WEB-INF/web.xml",
                "/%57EB-INF",
                "/x/%2e%2e/WEB-INF",
                "/.;/",
                "/x\\y"
            })
    void keepsFromTheOutsideWhatIsForTheOperator(String path) throws IOException {
        var before = balancer.journal().size();

        assertThat(status(path, OURS)).isIn(400, 404);

        assertThat(balancer.journal().subList(before, balancer.journal().size()))
                .isSubsetOf("<NOSRV>");
    }

    @Test
    void speaksNoHttp2() throws IOException {
        try (var line = Line.to(balancer.url("/"))) {
            assertThat(line.say(HTTP_2).hear()).isNotEmpty().startsWith("HTTP/1.1 4");
        }
    }
}
