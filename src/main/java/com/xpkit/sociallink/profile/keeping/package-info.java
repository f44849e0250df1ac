/**
 * Profiles over the API: create, read, list, replace, change, find-or-create, many at once, export, erase.
 *
 * <p>Knows {@code profile}, {@code profile.query} and {@code work}. Where a profile went that was merged it
 * asks {@link com.xpkit.sociallink.profile.keeping.Survivors}.
 */
package com.xpkit.sociallink.profile.keeping;
