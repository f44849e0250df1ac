package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Multipart form data (RFC 7578), which XPKit's SDK sends. Servers can parse it, but wait for a slow body without a
 * limit. Values are UTF-8; file parts are ignored.
 */
final class MultipartForm {

    /** RFC 2046, section 5.1.1: at most 70 characters. */
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    ";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s\";]{1,70}))",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DISPOSITION =
            Pattern.compile(
                    "^Content-Disposition:[ \\t]*form-data[ \\t]*;(.*)$",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:^|;)[ \\t]*name=(?:\"([^\"]*)\"|([^\\s\";]+))", Pattern.CASE_INSENSITIVE);

    private static final Pattern FILE =
            Pattern.compile("(?:^|;)[ \\t]*filename\\*?=", Pattern.CASE_INSENSITIVE);

    private MultipartForm() {}

    /** The values by name, at least one each; empty when the body is malformed. */
    static Optional<Map<String, List<String>>> values(String type, byte[] body) {
        var boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            return Optional.empty();
        }
        var text = "\r\n" + new String(body, ISO_8859_1);
        var delimiter =
                "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        var end = text.indexOf(delimiter + "--");
        return end < 0
                ? Optional.empty()
                : values(text.substring(0, end).split(Pattern.quote(delimiter), -1));
    }

    /**
     * @param parts the first one is the text before the first boundary
     */
    private static Optional<Map<String, List<String>>> values(String[] parts) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 1; i < parts.length; i++) {
            var head = parts[i].indexOf("\r\n\r\n");
            var name = head < 0 ? Optional.<String>empty() : name(parts[i].substring(0, head));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            if (!isFile(parts[i].substring(0, head))) {
                values.computeIfAbsent(name.get(), any -> new ArrayList<>())
                        .add(utf8(parts[i].substring(head + 4)));
            }
        }
        return Optional.of(values);
    }

    private static Optional<String> name(String head) {
        return disposition(head)
                .map(NAME::matcher)
                .filter(name -> name.find())
                .map(name -> utf8(name.group(1) == null ? name.group(2) : name.group(1)));
    }

    private static boolean isFile(String head) {
        return disposition(head).filter(parameters -> FILE.matcher(parameters).find()).isPresent();
    }

    private static Optional<String> disposition(String head) {
        var found = DISPOSITION.matcher(head);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
