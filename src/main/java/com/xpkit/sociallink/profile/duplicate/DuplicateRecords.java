package com.xpkit.sociallink.profile.duplicate;

import static com.xpkit.sociallink.api.SharedJson.JSON;

import com.xpkit.sociallink.api.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.Set;
import java.util.UUID;

/** The pairs of a profile go where it goes. */
@ApplicationScoped
public class DuplicateRecords implements PersonalData {

    @Inject Duplicates duplicates;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public JsonArray export(Set<UUID> profiles) {
        var pairs = JSON.createArrayBuilder();
        profiles.stream()
                .flatMap(profile -> duplicates.of(profile).stream())
                .forEach(pair -> pairs.add(DuplicateView.of(pair).json()));
        return pairs.build();
    }

    @Override
    public void erase(Set<UUID> profiles) {
        profiles.forEach(duplicates::forget);
    }
}
