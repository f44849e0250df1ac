package com.xpkit.sociallink.job.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signed message as HTTP/1.1 sends it.
 *
 * @param headers those that say what it is and who sent it
 */
record WebhookRequest(WebhookUrl url, Map<String, String> headers, byte[] body) {

    /**
     * @param key that the receiver knows
     * @param seconds now, since 1970
     */
    static WebhookRequest of(WebhookMessage message, WebhookUrl url, byte[] key, long seconds) {
        var id = message.id().toString();
        var body = message.body().getBytes(UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", Signature.of(key, id, seconds, body));
        return new WebhookRequest(url, headers, body);
    }

    byte[] bytes() {
        var head = new StringBuilder("POST " + url.target() + " HTTP/1.1\r\n");
        head.append("Host: ").append(url.authority()).append("\r\n");
        head.append("User-Agent: SocialLink\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "WebhookRequest to " + url;
    }
}
