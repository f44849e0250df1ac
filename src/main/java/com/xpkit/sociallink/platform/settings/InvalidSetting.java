package com.xpkit.sociallink.platform.settings;

/** A setting that cannot be used: the message is the one sentence that an operator reads. */
public class InvalidSetting extends RuntimeException {

    /**
     * @param key the setting's name, such as {@code sociallink.service-url}
     * @param reason why it cannot be used; never the value where that is a secret
     */
    public InvalidSetting(String key, String reason) {
        super("The setting " + key + " " + reason + ".");
    }
}
