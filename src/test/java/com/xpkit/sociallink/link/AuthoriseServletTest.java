package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.configuration.ImaginedAccount;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests begin a link. */
class AuthoriseServletTest {

    private final AuthoriseServlet servlet = new AuthoriseServlet();
    private final ServletAnswer answer = new ServletAnswer();
    private int departures;

    @BeforeEach
    void assemble() {
        servlet.answers = new LinkAnswers();
        servlet.answers.cookie = FlowMother.cookie("https://link.example.com");
        servlet.answers.page = new ErrorPage();
        servlet.answers.metrics = new Metrics();
        servlet.answers.imagined = new ImaginedAccount();
        servlet.linking =
                new VisitorLinking() {
                    @Override
                    LinkResult depart(AuthoriseRequest request) {
                        departures++;
                        return LinkAttempt.begin(Step.AUTHORISE).refused(LinkError.NOT_IN_WECHAT);
                    }
                };
    }

    /** Servlets have no path info for the path without its slash. */
    @ParameterizedTest
    @CsvSource({",", "/"})
    void beginsWithAGet(String rest) throws IOException {
        request("GET", rest);

        assertThat(departures).isEqualTo(1);
        assertThat(answer.calls)
                .contains("setStatus 400", "addHeader Vary Accept")
                .contains("setContentType text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<code>100</code>");
    }

    @Test
    void beginsNothingWithAHead() throws IOException {
        request("HEAD", "/");

        assertThat(departures).isZero();
        assertThat(answer.calls).containsExactly("setStatus 204");
    }

    @Test
    void tellsItsMethods() throws IOException {
        request("OPTIONS", "/");

        assertThat(departures).isZero();
        assertThat(answer.calls).containsExactly("setHeader Allow GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void refusesOtherMethods(String method) throws IOException {
        request(method, "/");

        assertThat(departures).isZero();
        assertThat(answer.calls)
                .contains("setHeader Allow GET, HEAD, OPTIONS", "setStatus 405")
                .contains("setContentType application/json;charset=UTF-8");
        assertThat(answer.body()).contains("\"error\":\"method_not_allowed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "/x", "/x/"})
    void knowsNoOtherPath(String rest) throws IOException {
        request("GET", rest);

        assertThat(departures).isZero();
        assertThat(answer.calls).contains("setStatus 404");
        assertThat(answer.body()).contains("\"error\":\"not_found\"");
    }

    private void request(String method, String rest) throws IOException {
        servlet.service(
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                AuthoriseServletTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, called, arguments) ->
                                        switch (called.getName()) {
                                            case "getMethod" -> method;
                                            case "getPathInfo" -> rest;
                                            case "getHeaders" -> Collections.emptyEnumeration();
                                            default -> null;
                                        }),
                answer.response());
    }
}
