/**
 * How often somebody may call, and how often they may fail: counted in windows of time, in the memory of each node,
 * by client, by account and by address. And how many requests of one account are worked on at a time.
 *
 * <p>Knows {@code api} and {@code settings}; {@code token} knows it.
 */
package com.xpkit.sociallink.limit;
