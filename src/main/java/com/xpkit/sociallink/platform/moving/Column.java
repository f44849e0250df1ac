package com.xpkit.sociallink.platform.moving;

/**
 * A column of a table.
 *
 * @param name as its database spells it
 */
record Column(String name, ColumnKind kind) {}
