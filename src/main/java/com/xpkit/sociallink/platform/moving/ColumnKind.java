package com.xpkit.sociallink.platform.moving;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/** The kinds of columns that the schema has. Each database has a type of its own for some of them. */
enum ColumnKind {
    ID {
        @Override
        int copy(ResultSet from, int column, PreparedStatement to) throws SQLException {
            var id = from.getString(column);
            if (id == null) {
                to.setNull(column, Types.OTHER);
            } else {
                to.setObject(column, UUID.fromString(id));
            }
            return 0;
        }
    },
    TEXT {
        @Override
        int copy(ResultSet from, int column, PreparedStatement to) throws SQLException {
            var text = from.getString(column);
            to.setString(column, text);
            return text == null ? 0 : text.length();
        }
    },
    NUMBER {
        @Override
        int copy(ResultSet from, int column, PreparedStatement to) throws SQLException {
            var number = from.getLong(column);
            if (from.wasNull()) {
                to.setNull(column, Types.BIGINT);
            } else {
                to.setLong(column, number);
            }
            return 0;
        }
    },
    FLAG {
        @Override
        int copy(ResultSet from, int column, PreparedStatement to) throws SQLException {
            var flag = from.getBoolean(column);
            if (from.wasNull()) {
                to.setNull(column, Types.BOOLEAN);
            } else {
                to.setBoolean(column, flag);
            }
            return 0;
        }
    };

    /**
     * Copies the value of a column from the current row.
     *
     * @param column its number, from 1, in the row and in the statement
     * @return the length of the value if it is a text, else 0
     */
    abstract int copy(ResultSet from, int column, PreparedStatement to) throws SQLException;

    /**
     * Empty for a type that no migration uses so far.
     *
     * @param type one of {@link Types}
     * @param name of the type, in the words of the database: each has another number for a UUID
     */
    static Optional<ColumnKind> of(int type, String name) {
        if (name.equalsIgnoreCase("uuid")) {
            return Optional.of(ID);
        }
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Optional.of(TEXT);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(NUMBER);
            case Types.BOOLEAN, Types.BIT -> Optional.of(FLAG);
            default -> Optional.empty();
        };
    }
}
