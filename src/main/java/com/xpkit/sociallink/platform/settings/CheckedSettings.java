package com.xpkit.sociallink.platform.settings;

/**
 * A feature's settings. They are read as a whole when the bean is created, so that a wrong one stops the start instead
 * of failing the first visitor.
 */
public interface CheckedSettings {

    /**
     * Makes the container create the bean behind its proxy.
     *
     * @throws InvalidSetting when a setting of the feature is unusable
     */
    void check();
}
