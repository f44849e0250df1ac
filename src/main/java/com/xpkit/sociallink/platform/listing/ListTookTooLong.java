package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.platform.error.Refusal;
import java.time.Duration;

/**
 * The database did not finish a list within {@code sociallink.db.statement-timeout}. Repeating the request does not
 * help.
 */
public class ListTookTooLong extends Refusal {

    ListTookTooLong(Duration limit) {
        super(
                400,
                "list_took_too_long",
                "The list took longer than %s (sociallink.db.statement-timeout): ask with fewer conditions, values or sort keys, or with another x__query."
                        .formatted(limit));
    }
}
