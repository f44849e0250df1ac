package com.xpkit.sociallink.job;

import static jakarta.interceptor.Interceptor.Priority.APPLICATION;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Where finished jobs are told of, sealed: the address of a webhook often holds a token of its receiver. */
@ApplicationScoped
@Transactional
public class WebhookUrls {

    private static final System.Logger LOG = System.getLogger(WebhookUrls.class.getName());

    @Inject Jobs jobs;

    @Inject Seal seal;

    void keep(Job job, String url) {
        job.callAt(sealed(job, url));
    }

    private String sealed(Job job, String url) {
        return seal.seal(Purpose.WEBHOOK_URL, job.id().toString(), url.getBytes(UTF_8));
    }

    /** Empty when the job has none, or no key of the settings opens it. */
    Optional<String> find(Job job) {
        return job.webhook()
                .flatMap(text -> seal.open(Purpose.WEBHOOK_URL, job.id().toString(), text))
                .map(bytes -> new String(bytes, UTF_8));
    }

    /** Seals with the newest key what an older one sealed, so that the older key can go: once the tables are there. */
    void resealAll(
            @Observes @Initialized(ApplicationScoped.class) @Priority(APPLICATION + 1)
                    Object application) {
        jobs.withWebhook().stream().filter(this::isOld).forEach(this::reseal);
    }

    private boolean isOld(Job job) {
        return job.webhook()
                .filter(text -> !seal.isSealedByNewest(Purpose.WEBHOOK_URL, text))
                .isPresent();
    }

    private void reseal(Job job) {
        find(job)
                .ifPresentOrElse(
                        url -> jobs.replaceWebhook(job, sealed(job, url)),
                        () ->
                                LOG.log(
                                        System.Logger.Level.WARNING,
                                        "The webhook address of job {0} opens with no key of"
                                                + " sociallink.secret-key: it is not called",
                                        job.id()));
    }
}
