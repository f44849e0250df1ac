/**
 * The database as such: which one, its connections, its schema, its health. What is stored in it is the
 * features' own affair.
 *
 * <p>Knows {@code settings}. Features use it through Jakarta Persistence; only {@code sealing} and
 * the start ask it anything directly.
 */
package com.xpkit.sociallink.storage;
