package com.xpkit.sociallink.failover;

import com.xpkit.sociallink.database.Database;
import com.xpkit.sociallink.driver.Guest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * A profile that a visitor was given.
 *
 * @param openid of the visitor for the Official Account
 * @param node that gave it, by its number from 0
 * @param moment as {@link System#nanoTime} counts, when the visitor had it
 */
record Acknowledged(Guest guest, String openid, String profile, int node, long moment) {

    /** Those whose profile is not in the database, or has been given to another OpenID there. */
    static List<Acknowledged> missing(
            Collection<Acknowledged> given, Database database, String account) {
        var profiles = new HashSet<>(database.rows("SELECT id FROM profile WHERE " + of(account)));
        var keys =
                database.rows(
                        "SELECT profile_id, key_value FROM profile_key WHERE kind = 1 AND "
                                + of(account));
        var found = new HashSet<>(keys);
        return given.stream()
                .filter(each -> !profiles.contains(each.profile) || !found.contains(each.key()))
                .toList();
    }

    private static String of(String account) {
        return "account_id = '" + account + "'";
    }

    /** As the database shows it. */
    private String key() {
        return profile + " " + openid;
    }
}
