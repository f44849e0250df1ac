package com.xpkit.sociallink.job;

import com.xpkit.sociallink.platform.listing.document.IndexedValue;
import jakarta.persistence.EntityExistsException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Steps without a database; a key is refused as databases refuse it. */
final class JobStepsInMemory extends JobSteps {

    private final List<JobStep> steps = new ArrayList<>();
    private final Map<String, List<String>> members = new HashMap<>();

    static RuntimeException conflict() {
        return new EntityExistsException(new SQLException("exists", "23505"));
    }

    @Override
    JobStep add(JobStep step) {
        if (isDone(step.job(), step.place())) {
            throw conflict();
        }
        steps.add(step);
        return step;
    }

    /** What the database does in a transaction that writes one step. */
    <T> T orRollBack(Supplier<T> transaction) {
        var stepsBefore = List.copyOf(steps);
        var membersBefore = Map.copyOf(members);
        try {
            return transaction.get();
        } catch (RuntimeException failed) {
            steps.retainAll(stepsBefore);
            members.keySet().retainAll(membersBefore.keySet());
            throw failed;
        }
    }

    @Override
    void index(UUID account, JobStep step, Set<IndexedValue> values) {
        values.forEach(
                value ->
                        members.computeIfAbsent(
                                        step.job() + " " + step.place(), key -> new ArrayList<>())
                                .add(account + " " + value.path() + " " + value.value()));
    }

    @Override
    void replaceIndex(UUID account, JobStep step, Set<IndexedValue> values) {
        members.remove(step.job() + " " + step.place());
        index(account, step, values);
    }

    /** What lists find a step's job by: account, path and value of each. */
    List<String> membersOf(UUID job, int place) {
        return members.getOrDefault(job + " " + place, List.of());
    }

    @Override
    void flush() {}

    @Override
    boolean isDone(UUID job, int place) {
        return stepsOf(job).anyMatch(step -> step.place() == place);
    }

    @Override
    int count(UUID job) {
        return (int) stepsOf(job).count();
    }

    @Override
    int countFailed(UUID job) {
        return (int) stepsOf(job).filter(JobStep::isFailed).count();
    }

    @Override
    List<JobStep> of(UUID job) {
        return stepsOf(job).sorted(Comparator.comparing(JobStep::place)).toList();
    }

    @Override
    List<JobStep> firstOf(Collection<UUID> jobs) {
        return steps.stream()
                .filter(step -> jobs.contains(step.job()) && step.place() == 0)
                .toList();
    }

    @Override
    List<JobStep> about(Set<UUID> subjects) {
        return steps.stream()
                .filter(step -> step.subject().filter(subjects::contains).isPresent())
                .toList();
    }

    @Override
    void forget(Set<UUID> subjects, String outcome) {
        about(subjects).forEach(step -> step.succeed(outcome, Optional.empty()));
    }

    private Stream<JobStep> stepsOf(UUID job) {
        return steps.stream().filter(step -> step.job().equals(job));
    }
}
