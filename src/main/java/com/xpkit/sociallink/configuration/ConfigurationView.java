package com.xpkit.sociallink.configuration;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;

import com.xpkit.sociallink.platform.rest.ResourceView;
import jakarta.json.JsonObject;

/** A configuration as the API shows it, without its secret. */
final class ConfigurationView {

    private ConfigurationView() {}

    static ResourceView of(Configuration configuration, String fileContents) {
        var resource =
                JSON.createObjectBuilder(members(configuration, fileContents))
                        .add("account_id", configuration.account().toString())
                        .add("created", configuration.created().toString())
                        .add("last_modified", configuration.lastModified().toString())
                        .build();
        return new ResourceView("/api/configuration/", configuration, resource);
    }

    /** The members that a caller may change. */
    static JsonObject members(Configuration configuration, String fileContents) {
        var json =
                JSON.createObjectBuilder()
                        .add("name", configuration.name())
                        .add("type", configuration.type())
                        .add("domain", configuration.domain())
                        .add("app_id", configuration.appId())
                        .add("auth_file_name", configuration.authFileName().orElse(""))
                        .add("auth_file_contents", fileContents);
        configuration.experienceId().ifPresent(id -> json.add("experience_id", id));
        return json.build();
    }
}
