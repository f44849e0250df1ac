package com.xpkit.sociallink.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.sealing.SealedColumn;
import com.xpkit.sociallink.platform.sealing.SealedText;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The webhook addresses of jobs. They are sealed, because such an address often contains a token of its receiver. */
@ApplicationScoped
@Transactional
public class WebhookUrls implements SealedTexts {

    private static final System.Logger LOG = System.getLogger(WebhookUrls.class.getName());

    @Inject Jobs jobs;

    @Inject Seal seal;

    void keep(Job job, String url) {
        job.callAt(sealed(job, url));
    }

    private String sealed(Job job, String url) {
        return seal.seal(Purpose.WEBHOOK_URL, job.id().toString(), url.getBytes(UTF_8));
    }

    /** Empty if the job has none, or if no key of the settings opens it. */
    Optional<String> find(Job job) {
        return job.webhook()
                .flatMap(text -> seal.open(Purpose.WEBHOOK_URL, job.id().toString(), text))
                .map(bytes -> new String(bytes, UTF_8));
    }

    @Override
    public Purpose purpose() {
        return Purpose.WEBHOOK_URL;
    }

    @Override
    public SealedColumn column() {
        return new SealedColumn("job", "id", "webhook_url");
    }

    @Override
    public List<SealedText> all() {
        return jobs.webhookUrls();
    }

    @Override
    public void replace(SealedText old, String sealed) {
        jobs.replaceWebhookUrl(old, sealed);
    }

    @Override
    public void warn(String row) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The webhook address of job {0} opens with no key of sociallink.secret-key: it is not"
                        + " called",
                row);
    }
}
