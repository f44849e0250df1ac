package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackFilterTest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletAnswer answer = new ServletAnswer();

    @Test
    void keepsTheQueryFromJakartaRestAndGivesTheResponseAStatus() throws Exception {
        new CallbackFilter()
                .doFilter(
                        request("code=abc&state=s"),
                        answer.response(),
                        (request, response) -> {
                            var http = (HttpServletRequest) request;
                            assertThat(http.getQueryString()).isNull();
                            assertThat(http.getParameterMap()).isEmpty();
                            assertThat(CallbackFilter.query(http).single("code")).contains("abc");
                            answer.calls.add("Jakarta REST");
                        });

        assertThat(answer.calls).containsExactly("setStatus 200", "Jakarta REST");
    }

    private HttpServletRequest request(String query) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        CallbackFilterTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getQueryString" -> query;
                                    case "setAttribute" ->
                                            attributes.put((String) arguments[0], arguments[1]);
                                    case "getAttribute" -> attributes.get(arguments[0]);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
