package com.xpkit.sociallink.job;

import static java.util.Comparator.comparing;

import com.xpkit.sociallink.MovableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Turns without a database. */
final class AccountTurnsInMemory extends AccountTurns {

    private final JobsInMemory jobs;
    private final Map<UUID, Map<Deed, Instant>> taken = new HashMap<>();

    AccountTurnsInMemory(JobsInMemory jobs) {
        this.jobs = jobs;
    }

    /** The order of these jobs, as the beans of a node would produce it. */
    static FairOrder order(JobsInMemory jobs, WorkKinds works, MovableClock clock) {
        var order = new FairOrder();
        order.jobs = jobs;
        order.turns = new AccountTurnsInMemory(jobs);
        order.works = works;
        order.clock = clock;
        return order;
    }

    @Override
    void open(UUID account) {
        for (var deed : Deed.values()) {
            taken.computeIfAbsent(account, unknown -> new HashMap<>())
                    .putIfAbsent(deed, Instant.EPOCH);
        }
    }

    boolean isOpen(UUID account) {
        return taken.containsKey(account)
                && taken.get(account).keySet().equals(Set.of(Deed.values()));
    }

    @Override
    void take(UUID account, Deed deed, Instant now) {
        taken.computeIfAbsent(account, unknown -> new HashMap<>()).put(deed, now);
    }

    @Override
    List<UUID> next(Due due, Set<UUID> full, int most) {
        return jobs.due(due)
                .map(Job::account)
                .distinct()
                .filter(account -> !full.contains(account))
                .sorted(comparing(account -> last(account, due.deed())))
                .limit(most)
                .toList();
    }

    private Instant last(UUID account, Deed deed) {
        return taken.getOrDefault(account, Map.of()).getOrDefault(deed, Instant.EPOCH);
    }
}
