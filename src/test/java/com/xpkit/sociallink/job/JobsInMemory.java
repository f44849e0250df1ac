package com.xpkit.sociallink.job;

import java.time.Instant;
import java.util.Collection;
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
    private final Map<UUID, String> inputs = new HashMap<>();

    @Override
    void add(Job job, String input) {
        jobs.put(job.id(), job);
        inputs.put(job.id(), input);
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
    List<Job> withWebhook() {
        return jobs.values().stream().filter(job -> job.webhook().isPresent()).toList();
    }

    @Override
    void replaceWebhook(Job job, String sealedUrl) {
        job.callAt(sealedUrl);
    }

    @Override
    String input(UUID job) {
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
    List<UUID> dueToRun(Instant now, Collection<String> kinds, int most) {
        return due(now).filter(job -> !job.isFinished()).map(Job::id).limit(most).toList();
    }

    @Override
    List<UUID> dueToCall(Instant now, Collection<String> kinds, int most) {
        return due(now).filter(Job::isFinished).map(Job::id).limit(most).toList();
    }

    private Stream<Job> due(Instant now) {
        return jobs.values().stream().filter(job -> job.isDue(now));
    }

    @Override
    void removeAllOf(UUID account) {
        jobs.values().removeIf(job -> job.account().equals(account));
    }
}
