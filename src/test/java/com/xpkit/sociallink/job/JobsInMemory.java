package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.platform.sealing.SealedText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Jobs without a database. */
final class JobsInMemory extends Jobs {

    private final Map<UUID, Job> jobs = new LinkedHashMap<>();
    private final Map<UUID, JobInput> inputs = new HashMap<>();

    @Override
    void add(Job job, JobInput input) {
        jobs.put(job.id(), job);
        inputs.put(job.id(), input);
    }

    /** With the task as its input. */
    void add(Job job, Task task) {
        add(job, new JobInput(job.id(), task));
    }

    @Override
    Optional<Job> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    Optional<Job> lock(UUID id) {
        return find(id);
    }

    @Override
    void flush() {}

    @Override
    List<SealedText> webhookUrls() {
        return jobs.values().stream()
                .flatMap(job -> job.webhook().stream().map(url -> new SealedText(job.id(), url)))
                .toList();
    }

    @Override
    void replaceWebhookUrl(SealedText old, String sealed) {
        find(old.row())
                .filter(job -> job.webhook().equals(Optional.of(old.text())))
                .ifPresent(job -> job.callAt(sealed));
    }

    @Override
    JobInput input(UUID job) {
        return inputs.get(job);
    }

    boolean hasInput(UUID job) {
        return inputs.containsKey(job);
    }

    @Override
    void removeInput(UUID job) {
        inputs.remove(job);
    }

    @Override
    long count(UUID account, Deed deed) {
        return jobs.values().stream()
                .filter(job -> job.account().equals(account) && job.waitsFor(deed))
                .count();
    }

    @Override
    boolean isAny(Due due) {
        return due(due).findAny().isPresent();
    }

    @Override
    List<UUID> of(UUID account, Due due, int most) {
        return due(due).filter(job -> job.account().equals(account))
                .map(Job::id)
                .limit(most)
                .toList();
    }

    Stream<Job> due(Due due) {
        return jobs.values().stream()
                .filter(job -> job.isDue(due.now()) && job.waitsFor(due.deed()))
                .filter(job -> due.kinds().contains(job.kind()));
    }

    @Override
    void removeAllOf(UUID account) {
        jobs.values().removeIf(job -> job.account().equals(account));
    }
}
