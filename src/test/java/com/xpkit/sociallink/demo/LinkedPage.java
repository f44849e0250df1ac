package com.xpkit.sociallink.demo;

import com.xpkit.sociallink.simulator.Page;
import jakarta.json.JsonException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /linked}: where the service sends the visitor back to, with a profile_id or an error_code. */
final class LinkedPage {

    // UUID.fromString also accepts 1-1-1-1-1
    private static final Pattern CANONICAL_UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final SocialLink socialLink;

    LinkedPage(SocialLink socialLink) {
        this.socialLink = socialLink;
    }

    Page page(Query query) {
        return Page.of("/demo/linked.html")
                .with("campaign", query.single("campaign").orElse("–"))
                .with("result", List.of(result(query)));
    }

    private Page result(Query query) {
        if (query.has("error_code")) {
            return failure(query.single("error_code").orElse("?"));
        }
        String id = query.single("profile_id").orElse("");
        // anybody can make up this address: only a UUID may become part of our own request
        return CANONICAL_UUID.matcher(id).matches()
                ? profile(UUID.fromString(id))
                : notice("没有 profile_id", "No valid profile_id came back");
    }

    private Page profile(UUID id) {
        try {
            return Page.of("/demo/profile.html")
                    .with("id", id.toString())
                    .with("json", socialLink.profile(id));
        } catch (IOException | JsonException failed) {
            return notice("资料无法读取", "The profile " + id + " could not be read: " + reason(failed));
        }
    }

    private static Page failure(String code) {
        return LinkError.find(code)
                .map(error -> notice(code + " · " + error.chinese(), error.english()))
                .orElseGet(() -> notice(code, "An error code that the contract does not name"));
    }

    private static Page notice(String chinese, String english) {
        return Page.of("/demo/notice.html").with("chinese", chinese).with("english", english);
    }

    private static String reason(Exception failed) {
        return failed.getMessage() == null
                ? failed.getClass().getSimpleName()
                : failed.getMessage();
    }
}
