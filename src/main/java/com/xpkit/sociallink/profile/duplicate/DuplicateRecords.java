package com.xpkit.sociallink.profile.duplicate;

import com.xpkit.sociallink.kernel.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The pairs of a profile are exported and erased with it. */
@ApplicationScoped
public class DuplicateRecords implements PersonalData {

    @Inject Duplicates duplicates;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public Stream<JsonObject> export(Set<UUID> profiles) {
        return profiles.stream()
                .flatMap(profile -> duplicates.of(profile).stream())
                .map(pair -> DuplicateView.of(pair).json());
    }

    @Override
    public void erase(Set<UUID> profiles) {
        profiles.forEach(duplicates::forget);
    }
}
