/**
 * Lists: filters, order, pages and their JSON, the same for every resource. A feature names its
 * {@link com.xpkit.sociallink.listing.Fields}; the caller's query parameters become a
 * {@link com.xpkit.sociallink.listing.ListRequest}; {@link com.xpkit.sociallink.listing.Lists} turns
 * both into JPQL that runs on every database. Around it: {@code listing.member}, for what stands inside of
 * documents.
 *
 * <p>Knows {@code api}, {@code settings}, and of {@code storage} how the database plans and matches. Values from outside only ever become
 * query parameters, never query text.
 */
package com.xpkit.sociallink.listing;
