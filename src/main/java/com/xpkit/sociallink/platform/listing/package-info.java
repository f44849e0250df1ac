/**
 * Lists: filters, order, pages and their JSON, the same for every resource. A feature declares its {@link
 * com.xpkit.sociallink.platform.listing.Fields}; the query parameters become a {@link
 * com.xpkit.sociallink.platform.listing.ListRequest}; {@link com.xpkit.sociallink.platform.listing.Lists} turns both
 * into JPQL that runs on every database.
 *
 * <p>Values from outside only become query parameters, never query text.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {
            "platform.settings",
            "platform.storage",
            "platform.error",
            "platform.json",
            "platform.http",
            "platform.rest"
        })
package com.xpkit.sociallink.platform.listing;

import com.xpkit.sociallink.Layer;
