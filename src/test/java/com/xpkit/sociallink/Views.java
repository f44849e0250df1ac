package com.xpkit.sociallink;

import com.xpkit.sociallink.kernel.ActorMother;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.kernel.work.StepDone;
import com.xpkit.sociallink.kernel.work.Task;
import com.xpkit.sociallink.kernel.work.Work;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.profile.Profile;
import com.xpkit.sociallink.profile.ProfileForm;
import com.xpkit.sociallink.profile.ProfileView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.reflect.Executable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The views of all features for a resource with every member; none of them is public. */
final class Views {

    private static final UUID ID = UUID.fromString("5f3c1b0e-6f0a-4f0e-9d5c-0a4c6a6b1f11");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private Views() {}

    /**
     * @param schema the resource's name in the description
     */
    static JsonObject resource(String schema) throws Exception {
        return switch (schema) {
            case "Account" ->
                    shown("account.AccountView", make("account.Account", "Example Coffee", NOW));
            case "App" -> shown("account.AppView", app());
            case "Profile" -> ProfileView.of(profile()).resource();
            case "Duplicate" ->
                    shown(
                            "profile.duplicate.DuplicateView",
                            make("profile.duplicate.Duplicate", ID, ID, ID, "o6bm", NOW));
            case "Merge" ->
                    shown(
                            "profile.merge.MergeView",
                            make("profile.merge.Merge", ID, ID, ActorMother.operator(), "[]", NOW),
                            List.of());
            case "Job" -> job();
            default -> throw new IllegalArgumentException(schema);
        };
    }

    private static Object app() throws Exception {
        var secret = call(null, type("account.ClientSecret"), "make");
        return make("account.App", ID, secret, "Web shop", Set.of(Scope.PROFILE_READ), NOW);
    }

    private static Profile profile() throws Exception {
        var profile = new Profile(ID, NOW);
        var members = "{\"gender\": \"Male\", \"address\": {\"city\": \"广州\"}}";
        try (var reader = Json.createReader(new StringReader(members))) {
            call(profile, Profile.class, "become", ProfileForm.of(reader.readObject()));
        }
        return profile;
    }

    private static JsonObject job() throws Exception {
        var task =
                new Task(
                        ID, ActorMother.operator(), JsonObject.EMPTY_JSON_OBJECT, Optional.empty());
        var job = make("job.Job", new NoWork(), task, 1, "Nothing is done.", NOW);
        return resource(call(null, type("job.JobView"), "whole", job, List.of()));
    }

    /** The fields that lists of jobs can filter by when these kinds of work exist. */
    static Object jobFields(Stream<Work> works) throws Exception {
        return call(null, type("job.JobFields"), "of", works);
    }

    private static JsonObject shown(String view, Object... of) throws Exception {
        return resource(call(null, type(view), "of", of));
    }

    private static JsonObject resource(Object view) {
        return ((ResourceView) view).resource();
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("com.xpkit.sociallink." + name);
    }

    private static Object make(String type, Object... with) throws Exception {
        return fitting(type(type).getDeclaredConstructors(), with).newInstance(with);
    }

    private static Object call(Object on, Class<?> type, String name, Object... with)
            throws Exception {
        var named = Arrays.stream(type.getDeclaredMethods()).filter(m -> m.getName().equals(name));
        return fitting(named.toArray(java.lang.reflect.Method[]::new), with).invoke(on, with);
    }

    private static <E extends Executable> E fitting(E[] all, Object... with) {
        var found =
                Arrays.stream(all)
                        .filter(one -> fits(one.getParameterTypes(), with))
                        .findFirst()
                        .orElseThrow();
        found.setAccessible(true);
        return found;
    }

    private static boolean fits(Class<?>[] types, Object... with) {
        if (types.length != with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (!types[i].isInstance(with[i]) && !types[i].isPrimitive()) {
                return false;
            }
        }
        return true;
    }

    private record NoWork() implements Work {

        @Override
        public String kind() {
            return "nothing";
        }

        @Override
        public String service() {
            return "nobody";
        }

        @Override
        public Set<String> outcome() {
            return Set.of();
        }

        @Override
        public int steps(JsonObject input) {
            return 1;
        }

        @Override
        public StepDone run(Task task, int step) {
            return new StepDone(task.input(), Optional.empty());
        }
    }
}
