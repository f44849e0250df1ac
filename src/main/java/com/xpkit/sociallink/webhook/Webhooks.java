package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.kernel.work.WebhookKeys;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.outbound.HostTls;
import com.xpkit.sociallink.platform.outbound.OutboundSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;

/** Sends clients the messages that they requested. */
@ApplicationScoped
public class Webhooks {

    @Inject WebhookSettings settings;

    @Inject OutboundSettings outbound;

    @Inject WebhookKeys keys;

    @Inject Clock clock;

    @Resource ManagedScheduledExecutorService scheduler;

    private WebhookClient line;

    @PostConstruct
    void open() {
        line =
                new WebhookClient(
                        InetAddress::getAllByName,
                        HostTls.ofTheServer(),
                        scheduler,
                        settings.arePrivateAddressesAllowed(),
                        outbound.proxy());
    }

    /**
     * @param client the client whose key signs it
     * @throws InvalidFields naming {@code webhook_url} when it cannot be called, or nothing can sign the call
     */
    public void check(String client, String url) {
        var parsed = WebhookUrl.parse(url);
        if (!settings.arePrivateAddressesAllowed()) {
            parsed.mustLookPublic();
        }
        keys.check(client);
    }

    /** Calls once and waits for the status. A failure of the receiver is a normal result. */
    public Delivery send(WebhookMessage message) {
        return keys.of(message.client())
                .map(key -> send(message, key))
                .orElseGet(() -> Delivery.hopeless("no key of the client's"));
    }

    private Delivery send(WebhookMessage message, byte[] key) {
        try {
            var url = WebhookUrl.parse(message.url());
            var seconds = clock.instant().getEpochSecond();
            var request = WebhookRequest.of(message, url, key, seconds);
            var answer = line.post(request, settings.timeout());
            return Delivery.answered(answer, clock.instant());
        } catch (WebhookFailure failed) {
            return Delivery.failed(failed.getMessage());
        }
    }
}
