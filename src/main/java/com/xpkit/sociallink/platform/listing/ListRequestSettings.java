package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much one list request may ask for. */
@ApplicationScoped
public class ListRequestSettings implements CheckedSettings {

    static final String CONDITIONS = "sociallink.limits.conditions";
    static final String CONDITION_VALUES = "sociallink.limits.condition-values";
    static final String SORT_KEYS = "sociallink.limits.sort-keys";
    static final String QUERY = "sociallink.limits.query";

    private int conditions;
    private int values;
    private int sortKeys;
    private int query;

    protected ListRequestSettings() {}

    /** The upper bounds are what the persistence providers and the databases can still handle in time. */
    @Inject
    public ListRequestSettings(Settings settings) {
        conditions = settings.number(CONDITIONS, 1, 200);
        values = settings.number(CONDITION_VALUES, 1, 5_000);
        sortKeys = settings.number(SORT_KEYS, 1, 50);
        // MariaDB compiles no pattern of more than 64 KB, and each letter takes about 30 bytes of
        // it
        query = settings.number(QUERY, 1, 2_000);
    }

    @Override
    public void check() {}

    /** How many filters a request may have. */
    int conditions() {
        return conditions;
    }

    /** How many values the filters with several values may have together. */
    int values() {
        return values;
    }

    /** How many fields {@code x__order_by} may name. */
    int sortKeys() {
        return sortKeys;
    }

    /** How many characters {@code x__query} may have. */
    int query() {
        return query;
    }
}
