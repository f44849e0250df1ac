package com.xpkit.sociallink.kernel.quota;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much an account may have at the same time. */
@ApplicationScoped
public class QuotaSettings implements CheckedSettings {

    private static final int MAX = 1_000_000;
    private static final long MAX_BYTES = 1_000_000_000_000_000L;

    private Quota jobs;
    private Quota webhooks;
    private Quota apps;
    private Quota configurations;
    private Quota domains;
    private Quota bytes;

    protected QuotaSettings() {}

    @Inject
    public QuotaSettings(Settings settings) {
        jobs = passing(settings, "jobs", "unfinished jobs");
        webhooks = passing(settings, "webhooks", "jobs whose webhooks wait to be called");
        apps = lasting(settings, "apps", "apps");
        configurations = lasting(settings, "configurations", "configurations");
        domains = lasting(settings, "domains", "domains in all its configurations");
        var key = "sociallink.quotas.bytes";
        bytes = new Quota(key, settings.largeNumber(key, 0, MAX_BYTES), "stored bytes", false);
    }

    private static Quota passing(Settings settings, String name, String things) {
        return quota(settings, name, things, true);
    }

    private static Quota lasting(Settings settings, String name, String things) {
        return quota(settings, name, things, false);
    }

    private static Quota quota(Settings settings, String name, String things, boolean passes) {
        var key = "sociallink.quotas." + name;
        return new Quota(key, settings.number(key, 0, MAX), things, passes);
    }

    @Override
    public void check() {}

    /** Jobs that are not finished. */
    public Quota jobs() {
        return jobs;
    }

    /** Finished jobs whose webhooks still have to be called. */
    public Quota webhooks() {
        return webhooks;
    }

    public Quota apps() {
        return apps;
    }

    public Quota configurations() {
        return configurations;
    }

    /** Domains, in all configurations of an account together. */
    public Quota domains() {
        return domains;
    }

    /** Approximate size in bytes of an account's profiles, merges and jobs. */
    Quota bytes() {
        return bytes;
    }
}
