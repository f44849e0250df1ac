package com.xpkit.sociallink.link;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The page for a visitor who cannot be sent back. It says what happened and what to do, in Chinese and English. Of the
 * request it shows only the names of invalid parameters.
 */
@ApplicationScoped
public class ErrorPage {

    private static final int MAX_PARAMETERS = 5;
    private static final int MAX_PARAMETER_LENGTH = 40;

    /** Control characters, marks that change the direction of text, unassigned characters, other line ends. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final String template = read();

    private static String read() {
        try (var page = ErrorPage.class.getResourceAsStream("error-page.html")) {
            return new String(page.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    LinkAnswer of(LinkResult.Refused refused, VisitorHeaders visitor) {
        var answer = LinkAnswer.of(400).with(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return visitor.prefersJson()
                ? answer.withBody(MediaType.APPLICATION_JSON, json(refused))
                : answer.with(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                        + " form-action 'none'; frame-ancestors 'none'")
                        // bytes, because RESTEasy escapes a string that is the HTML of a 400
                        .withBody("text/html;charset=UTF-8", html(refused).getBytes(UTF_8));
    }

    private static JsonObject json(LinkResult.Refused refused) {
        var error = refused.error();
        var extra = JSON.createObjectBuilder().add("reference", refused.attempt().reference());
        if (!error.isIntegratorsMistake()) {
            extra.add("error_code", error.code());
        }
        if (!refused.parameters().isEmpty()) {
            extra.add("parameters", JSON.createArrayBuilder(shown(refused)));
        }
        return JSON.createObjectBuilder()
                .add("error", error.isIntegratorsMistake() ? "invalid_request" : "link_refused")
                .add("description", error.meaning() + " " + error.advice())
                .add("extra_info", extra)
                .build();
    }

    /** A bounded number of names, each cut to a bounded length. */
    private static List<String> shown(LinkResult.Refused refused) {
        return refused.parameters().stream()
                .limit(MAX_PARAMETERS)
                .map(name -> UNPRINTABLE.matcher(name).replaceAll("\ufffd"))
                .map(ErrorPage::cut)
                .toList();
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MAX_PARAMETER_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_PARAMETER_LENGTH)) + "…";
    }

    private String html(LinkResult.Refused refused) {
        var error = refused.error();
        return template.replace(
                        "{code}",
                        error.isIntegratorsMistake() ? "400" : Integer.toString(error.code()))
                .replace("{meaning-zh}", error.meaningInChinese())
                .replace("{meaning-en}", error.meaning())
                .replace("{advice-zh}", error.adviceInChinese())
                .replace("{advice-en}", error.advice())
                .replace("{reference}", refused.attempt().reference())
                // last, so that no name is read as a placeholder of the template
                .replace("{parameters}", parameters(refused));
    }

    private static String parameters(LinkResult.Refused refused) {
        return refused.parameters().isEmpty()
                ? ""
                : shown(refused).stream()
                        .map(name -> "<bdi><code>" + escaped(name) + "</code></bdi>")
                        .collect(
                                joining(
                                        " ",
                                        "\n  <p>参数 <span lang=\"en\">parameters</span> ",
                                        "</p>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
