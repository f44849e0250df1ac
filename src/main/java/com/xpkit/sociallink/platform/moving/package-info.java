/**
 * Moves everything from one database into another, empty one, once, at the start: from H2, PostgreSQL or MariaDB to any of
 * them ({@code sociallink.db.move-from}).
 *
 * <p>It knows plain JDBC and the description that a database gives of itself, and no table of a feature: what a later
 * migration adds is moved without a change here, unless it has a new kind of column. {@code StartUp} calls {@link
 * com.xpkit.sociallink.platform.moving.Moving} after the migrations, when both databases have the same schema, and before
 * anything reads the database.
 */
@Layer(
        value = Layer.Kind.PLATFORM,
        knows = {"platform.settings", "platform.storage", "platform.sealing"})
package com.xpkit.sociallink.platform.moving;

import com.xpkit.sociallink.Layer;
