package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.rest.Ids;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which profiles to merge.
 *
 * @param authority the one that stays
 * @param profiles the others, in the order in which they fill blanks
 */
record MergeForm(UUID authority, Set<UUID> profiles) {

    static final Set<String> MEMBERS = Set.of("authority", "profiles");

    /**
     * @param max how many others it may name
     */
    static MergeForm of(JsonDocument body, int max) {
        var form = Form.of(body, MEMBERS);
        var authority = Ids.parse(form.required("authority", 36));
        if (authority.isEmpty()) {
            form.fault("authority", "must be the id of a profile");
        }
        var profiles = profiles(form, max);
        if (authority.filter(profiles::contains).isPresent()) {
            form.fault("profiles", "holds the authority itself");
        }
        form.check();
        return new MergeForm(authority.orElseThrow(), profiles);
    }

    private static Set<UUID> profiles(Form form, int max) {
        var ids = new LinkedHashSet<UUID>();
        for (var text : form.texts("profiles")) {
            Ids.parse(text)
                    .ifPresentOrElse(
                            ids::add, () -> form.fault("profiles", "must be an array of ids"));
        }
        if (ids.isEmpty()) {
            form.fault("profiles", "must hold the id of at least one profile");
        }
        if (ids.size() > max) {
            form.fault(
                    "profiles",
                    "holds more than %d ids (sociallink.limits.merge-profiles)".formatted(max));
        }
        return ids;
    }
}
