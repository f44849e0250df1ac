/**
 * What every resource shares: who acts ({@link com.xpkit.sociallink.api.Actor}), what changed ({@link
 * com.xpkit.sociallink.api.Changes}), the envelope of one resource, the shape of an error, how JSON is read,
 * preconditions, and the gate in front of every path.
 *
 * <p>Knows {@code settings}, and of {@code storage} what a failed write means and what everything stored has.
 * Three small interfaces let features meet without knowing each other:
 * {@link com.xpkit.sociallink.api.AccountDirectory} says whether an account exists,
 * {@link com.xpkit.sociallink.api.HeldByAccount} what is lost with it,
 * {@link com.xpkit.sociallink.api.PersonalData} what is kept about a profile elsewhere.
 * {@link com.xpkit.sociallink.api.Changed} is the event that empties what a node remembers.
 */
package com.xpkit.sociallink.api;
