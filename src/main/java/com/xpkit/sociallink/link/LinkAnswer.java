package com.xpkit.sociallink.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer to a visitor. A servlet writes it, or Jakarta REST does, which can do so on another thread but takes several
 * times as long (docs/adr/0048).
 */
final class LinkAnswer {

    private final int status;
    private final List<Header> headers = new ArrayList<>();
    private Optional<Body> body = Optional.empty();

    private record Header(String name, String value) {}

    private record Body(String type, Object content) {

        byte[] bytes() {
            return content instanceof byte[] bytes ? bytes : content.toString().getBytes(UTF_8);
        }
    }

    private LinkAnswer(int status) {
        this.status = status;
    }

    static LinkAnswer of(int status) {
        return new LinkAnswer(status);
    }

    /**
     * @param to absolute, in ASCII
     */
    static LinkAnswer redirect(String to) {
        return of(302).with("Location", to);
    }

    /** Adds a header; a name may occur several times. */
    LinkAnswer with(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    /**
     * @param content bytes, or JSON
     */
    LinkAnswer withBody(String type, Object content) {
        body = Optional.of(new Body(type, content));
        return this;
    }

    Response response() {
        var response = Response.status(status);
        headers.forEach(header -> response.header(header.name(), header.value()));
        body.ifPresent(own -> response.type(own.type()).entity(own.content()));
        return response.build();
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(header -> response.addHeader(header.name(), header.value()));
        if (body.isPresent()) {
            response.setContentType(body.get().type());
            response.getOutputStream().write(body.get().bytes());
        }
    }

    /** Leaves out the content: addresses contain codes and profile ids. */
    @Override
    public String toString() {
        return "LinkAnswer " + status;
    }
}
