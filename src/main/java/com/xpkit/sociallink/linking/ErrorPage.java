package com.xpkit.sociallink.linking;

import static com.xpkit.sociallink.api.SharedJson.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The small page for a visitor who cannot be sent back: what happened and what to do, in Chinese and
 * English. It shows nothing that came with the request.
 */
@ApplicationScoped
public class ErrorPage {

    private final String template = read();

    private static String read() {
        try (var page = ErrorPage.class.getResourceAsStream("error-page.html")) {
            return new String(page.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Response of(
            Response.ResponseBuilder answer,
            LinkError error,
            String reference,
            HttpHeaders headers) {
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return prefersJson(headers.getAcceptableMediaTypes())
                ? answer.type(MediaType.APPLICATION_JSON).entity(json(error, reference)).build()
                : answer.type("text/html;charset=UTF-8")
                        .header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'")
                        // bytes: RESTEasy escapes the text of a 400 that is HTML
                        .entity(html(error, reference).getBytes(UTF_8))
                        .build();
    }

    /** The first of the two that the client names, in its order of preference; browsers take HTML. */
    private static boolean prefersJson(List<MediaType> acceptable) {
        for (var type : acceptable) {
            if (type.isWildcardType() || type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private static JsonObject json(LinkError error, String reference) {
        var extra = JSON.createObjectBuilder().add("reference", reference);
        if (error.code() != 0) {
            extra.add("error_code", error.code());
        }
        return JSON.createObjectBuilder()
                .add("error", error.code() == 0 ? "invalid_request" : "link_refused")
                .add("description", error.meaning() + " " + error.advice())
                .add("extra_info", extra)
                .build();
    }

    private String html(LinkError error, String reference) {
        return template.replace(
                        "{code}", error.code() == 0 ? "400" : Integer.toString(error.code()))
                .replace("{meaning-zh}", error.meaningInChinese())
                .replace("{meaning-en}", error.meaning())
                .replace("{advice-zh}", error.adviceInChinese())
                .replace("{advice-en}", error.advice())
                .replace("{reference}", reference);
    }
}
