package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.error.Refusal;
import java.util.Map;

/** A body names profiles that do not exist for this caller; profiles of another account look exactly the same. */
public class UnknownProfiles extends Refusal {

    UnknownProfiles(Map<String, String> fields) {
        super(404, "not_found", "A profile that the body names does not exist.", fields);
    }
}
