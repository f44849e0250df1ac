package com.xpkit.sociallink.platform.settings;

/**
 * A feature's settings, read as a whole when the bean is made, so that a wrong one stops the start
 * and not the first visitor.
 */
public interface CheckedSettings {

    /**
     * Makes the container create the bean behind its proxy.
     *
     * @throws InvalidSetting when a setting of the feature cannot be used
     */
    void check();
}
