package com.xpkit.sociallink.profile.bulk;

import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonDocument;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Many profiles to create at once.
 *
 * @param account the value of {@code account_id}; null when it is absent
 * @param profiles at least one; each is checked on its own, later
 * @param isUpdate whether each is a create-update
 * @param webhook the receiver of the result, as written
 */
record BulkForm(
        String account, List<JsonObject> profiles, boolean isUpdate, Optional<String> webhook) {

    static final Set<String> MEMBERS = Set.of("account_id", "profiles", "update", "webhook_url");

    static BulkForm of(JsonDocument body, int maxProfiles) {
        var form = Form.of(body, MEMBERS);
        var profiles = form.objects("profiles");
        if (profiles.size() > maxProfiles) {
            form.fault(
                    "profiles",
                    "holds more than %d profiles (sociallink.limits.profiles)"
                            .formatted(maxProfiles));
        }
        var bulk =
                new BulkForm(
                        form.account(),
                        profiles,
                        form.flag("update"),
                        form.optional("webhook_url", 2_000));
        form.check();
        return bulk;
    }
}
