package com.xpkit.sociallink.cluster;

import com.xpkit.sociallink.database.Database;
import java.util.List;

/** What the database stores of an account. */
record Stored(Database database, String account) {

    long profiles() {
        return Long.parseLong(rows("count(*) FROM profile", "").get(0));
    }

    boolean isEmpty() {
        return profiles() == 0 && rows("profile_id FROM profile_key", "").isEmpty();
    }

    List<String> profileIds() {
        return rows("id FROM profile", "");
    }

    List<String> openids() {
        return rows("key_value FROM profile_key", " AND kind = 1");
    }

    private List<String> rows(String what, String and) {
        return database.rows("SELECT " + what + " WHERE account_id = '" + account + "'" + and);
    }
}
