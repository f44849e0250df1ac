package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.HeldByAccount;
import com.xpkit.sociallink.kernel.PersonalData;
import com.xpkit.sociallink.kernel.quota.CountedData;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.listing.ListRequest;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.profile.ProfileFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the records of a profile's merges, and removes them with the profile. */
@ApplicationScoped
@Transactional
public class MergeRecords implements PersonalData, HeldByAccount, CountedData {

    @Inject Merges merges;

    @Inject MergeDocuments documents;

    @Inject ProfileFinding finding;

    public JsonObject page(Actor actor, UUID profile, ListRequest request) {
        var found = finding.readable(actor, profile, "merges/");
        var page = merges.page(found.account(), profile, request);
        var parts = merges.partsOf(page.rows());
        return page.json(merge -> MergeView.of(merge, parts.getOrDefault(merge.id(), List.of())));
    }

    /**
     * @throws UnknownResource when the profile has no such merge, or the actor may not access it
     */
    public ResourceView named(Actor actor, UUID profile, UUID id) {
        finding.readable(actor, profile, "merges/" + id + "/");
        return merges.find(id)
                .filter(merge -> isOf(actor, profile, merge))
                .map(merge -> MergeView.of(merge, merges.partsOf(merge)))
                .orElseThrow(UnknownResource::new);
    }

    private boolean isOf(Actor actor, UUID profile, Merge merge) {
        return actor.reaches(merge.account())
                && (merge.authority().equals(profile) || merges.partsOf(merge).contains(profile));
    }

    @Override
    public String name() {
        return "merges";
    }

    /** Includes the profiles as they were before. */
    @Override
    public Stream<JsonObject> export(Set<UUID> profiles) {
        return merges.idsAbout(profiles).stream().flatMap(id -> documents.exported(id).stream());
    }

    @Override
    public void erase(Set<UUID> profiles) {
        merges.removeAbout(profiles);
    }

    @Override
    public long bytesOf(UUID account) {
        return merges.bytesOfAll(account);
    }

    @Override
    public void deleteAllOf(Actor actor, UUID account) {
        merges.removeAllOf(account);
    }
}
