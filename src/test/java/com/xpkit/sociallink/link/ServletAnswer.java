package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records what a servlet answers. */
final class ServletAnswer {

    /** The calls that change the answer, such as {@code setStatus 204}. */
    final List<String> calls = new ArrayList<>();

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        ServletAnswer.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("getOutputStream")) {
                                return stream();
                            }
                            calls.add(
                                    Stream.concat(Stream.of(method.getName()), Stream.of(arguments))
                                            .map(Object::toString)
                                            .collect(Collectors.joining(" ")));
                            return null;
                        });
    }

    String body() {
        return body.toString(UTF_8);
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}

            @Override
            public void write(int octet) {
                body.write(octet);
            }
        };
    }
}
