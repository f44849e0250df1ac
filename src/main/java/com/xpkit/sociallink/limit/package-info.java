/**
 * How often somebody may call, and how often they may fail: counted in windows of time, in the memory of each node,
 * by client, by account and by address.
 *
 * <p>Knows {@code api} and {@code settings}; {@code token} knows it.
 */
package com.xpkit.sociallink.limit;
