package com.xpkit.sociallink.job.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The first line of an HTTP/1.1 answer (RFC 9112, section 4). */
final class StatusLine {

    private static final Pattern FORM = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int LONGEST = 1024;

    private StatusLine() {}

    static int read(InputStream answer) throws IOException {
        var line = new ByteArrayOutputStream();
        var next = answer.read();
        while (next >= 0 && next != '\n' && line.size() < LONGEST) {
            line.write(next);
            next = answer.read();
        }
        var matcher = FORM.matcher(line.toString(ISO_8859_1).stripTrailing());
        if (!matcher.matches()) {
            throw new WebhookFailure("no HTTP");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
