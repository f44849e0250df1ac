/**
 * By what lists of profiles filter, order and search: the members with a meaning, and any other member of
 * a document through its index.
 *
 * <p>Knows {@code profile} (how values are written in the index) and {@code listing}.
 */
package com.xpkit.sociallink.profile.query;
