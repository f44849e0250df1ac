/**
 * Pairs of profiles that seem to be of one person: one unionid stands in both, through different Official
 * Accounts. Links and writes note them; people decide.
 *
 * <p>Knows {@code api}, {@code listing}, {@code storage}, and profiles by their ids alone.
 */
package com.xpkit.sociallink.profile.duplicate;
