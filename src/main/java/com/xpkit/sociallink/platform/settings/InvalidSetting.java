package com.xpkit.sociallink.platform.settings;

/** A setting that is unusable: the message is the one sentence that an operator reads. */
public class InvalidSetting extends RuntimeException {

    /**
     * @param key the setting's name, such as {@code sociallink.service-url}
     * @param reason why it is unusable; never the value if that is a secret
     */
    public InvalidSetting(String key, String reason) {
        super("The setting " + key + " " + reason + ".");
    }
}
