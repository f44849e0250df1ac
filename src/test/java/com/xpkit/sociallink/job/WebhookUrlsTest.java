package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.sealing.SealMother;
import org.junit.jupiter.api.Test;

class WebhookUrlsTest {

    private static final String OLD = "the-old-key-of-the-tests-of-32-characters";
    private static final String NEW = "the-new-key-of-the-tests-of-32-characters";

    private final JobsInMemory jobs = new JobsInMemory();
    private final Job job = JobMother.jobWithWebhook(new JobMother.Counting(), urls(OLD));

    private WebhookUrls urls(String keys) {
        var urls = new WebhookUrls();
        urls.jobs = jobs;
        urls.seal = SealMother.with(keys);
        return urls;
    }

    /** Seals again as the start of the service with these keys does. */
    private void reseal(String keys) {
        SealMother.resealing(keys).reseal(urls(keys));
    }

    @Test
    void areStoredSealed() {
        assertThat(job.webhook().orElseThrow())
                .doesNotContain("app.example.com")
                .doesNotContain("/");
        assertThat(urls(OLD).find(job)).hasValue(JobMother.HOOK);
    }

    @Test
    void openForTheirOwnJobAndPurposeOnly() {
        var other = JobMother.job(new JobMother.Counting(), 1);
        var sealed = job.webhook().orElseThrow();
        other.callAt(sealed);
        Seal seal = SealMother.with(OLD);

        assertThat(urls(OLD).find(other)).isEmpty();
        assertThat(seal.open(Purpose.WEBHOOK_SECRET, job.id().toString(), sealed)).isEmpty();
    }

    @Test
    void areNoneWhereNobodyAskedToBeCalled() {
        assertThat(urls(OLD).find(JobMother.job(new JobMother.Counting(), 1))).isEmpty();
    }

    @Test
    void areSealedAgainWithTheNewestKey() {
        jobs.add(job, JobMother.task(1));
        jobs.add(JobMother.job(new JobMother.Counting(), 1), JobMother.task(1));

        reseal(NEW + "," + OLD);

        assertThat(urls(NEW).find(job)).hasValue(JobMother.HOOK);
        assertThat(urls(OLD).find(job)).isEmpty();
    }

    @Test
    void stayAsTheyAreWhereTheNewestKeySealedThemOrNoKeyOpensThem() {
        jobs.add(job, JobMother.task(1));
        var sealed = job.webhook();

        reseal(OLD + "," + NEW);
        reseal(NEW);

        assertThat(job.webhook()).isEqualTo(sealed);
    }

    /** A URL can contain letters of three bytes. */
    @Test
    void fitTheirColumn() {
        urls(OLD).keep(job, "https://app.example.com/" + "你".repeat(1_976));

        assertThat(job.webhook().orElseThrow().length()).isLessThanOrEqualTo(8_100);
    }
}
