package com.xpkit.sociallink.job;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.ActorMother;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.work.StepDone;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Work;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Jobs, and stores for them without a database. */
final class JobMother {

    static final UUID ACCOUNT = UUID.fromString("2f6d1d5e-5d0a-4f3e-9c60-0f2f6a9f7b11");

    static final Actor ACTOR = ActorMother.app(ACCOUNT, Scope.PROFILE_WRITE);

    private JobMother() {}

    static Job job(Work work, int steps) {
        return new Job(work, task(steps), steps, "Some steps.", MovableClock.START);
    }

    static final String HOOK = "https://app.example.com/hook";

    static Job jobWithWebhook(Work work, WebhookUrls urls) {
        var task = new Task(ACCOUNT, ACTOR, input(1), Optional.of(HOOK));
        var job = new Job(work, task, 1, "One step.", MovableClock.START);
        urls.keep(job, HOOK);
        return job;
    }

    static Task task(int steps) {
        return new Task(ACCOUNT, ACTOR, input(steps), Optional.empty());
    }

    static JsonObject input(int steps) {
        return Json.createObjectBuilder().add("steps", steps).build();
    }

    /** Work that counts its steps, and at some of them does what a test says. */
    static final class Counting implements Work {

        private boolean isBulk;
        private final Map<Integer, Integer> begun = new TreeMap<>();
        private final Map<Integer, Runnable> instead = new HashMap<>();

        Counting at(int step, Runnable action) {
            instead.put(step, action);
            return this;
        }

        Counting inBulk() {
            isBulk = true;
            return this;
        }

        /** How often each step was begun. */
        Map<Integer, Integer> begun() {
            return begun;
        }

        @Override
        public String kind() {
            return "counting";
        }

        @Override
        public String service() {
            return "counters";
        }

        @Override
        public boolean isBulk() {
            return isBulk;
        }

        @Override
        public Set<String> outcome() {
            return Set.of("counted");
        }

        @Override
        public int steps(JsonObject input) {
            return input.getInt("steps");
        }

        @Override
        public StepDone run(Task task, int step) {
            begun.merge(step, 1, Integer::sum);
            instead.getOrDefault(step, () -> {}).run();
            var outcome = Json.createObjectBuilder().add("counted", step).build();
            return new StepDone(outcome, Optional.of(new UUID(0, step)));
        }
    }

    static final class Known extends WorkKinds {

        private final Work work;

        Known(Work work) {
            this.work = work;
        }

        @Override
        Set<String> kinds() {
            return Set.of(work.kind());
        }

        @Override
        Work of(String kind) {
            return work;
        }
    }
}
