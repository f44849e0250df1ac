/**
 * The schema: the scripts in {@code db/migration}, and how several nodes bring a database up to date once. Flyway does that;
 * on a Galera, which it cannot lock, {@link com.xpkit.sociallink.platform.schema.MigrationTurns} does.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.storage")
package com.xpkit.sociallink.platform.schema;

import com.xpkit.sociallink.Layer;
