/**
 * Real database servers for tests: PostgreSQL and MariaDB, whose programs come from Maven Central, and H2. Each has
 * its default settings, above all its default isolation.
 *
 * <p>The profiles {@code postgresql} and {@code mariadb} choose the one that the packaged service uses in a run; it
 * is started before the first test and stopped after the last.
 */
package com.xpkit.sociallink.database;
