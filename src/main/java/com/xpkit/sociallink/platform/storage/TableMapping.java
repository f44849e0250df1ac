package com.xpkit.sociallink.platform.storage;

import jakarta.persistence.Column;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The table and the columns of an entity, as its annotations map them. It understands the mappings that the entities of a
 * link have, and refuses any other.
 */
final class TableMapping {

    private static final Set<Class<?>> STORED_AS_THEY_ARE =
            Set.of(UUID.class, String.class, Integer.class, int.class);

    private static final ClassValue<TableMapping> ALL =
            new ClassValue<>() {
                @Override
                protected TableMapping computeValue(Class<?> entity) {
                    return new TableMapping(entity);
                }
            };

    private final String table;
    private final List<MappedColumn> columns;

    private TableMapping(Class<?> entity) {
        table = entity.getAnnotation(Table.class).name();
        columns =
                Stream.<Class<?>>iterate(entity, type -> type != null, Class::getSuperclass)
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .filter(TableMapping::isInserted)
                        .map(MappedColumn::of)
                        .toList();
    }

    static TableMapping of(Class<?> entity) {
        return ALL.get(entity);
    }

    private static boolean isInserted(Field field) {
        // bytecode enhancement by a server adds fields, too
        var isOfTheSource =
                !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.getName().startsWith("_persistence")
                        && !field.getName().startsWith("$$_hibernate");
        return isOfTheSource
                && !field.isAnnotationPresent(OneToMany.class)
                && Optional.ofNullable(field.getAnnotation(Column.class))
                        .map(Column::insertable)
                        .orElse(true);
    }

    String table() {
        return table;
    }

    /** What a row of the entity has in each column, without the columns that are null. */
    Map<String, Object> values(Object entity) {
        var values = new LinkedHashMap<String, Object>();
        for (var column : columns) {
            var value = column.value(entity);
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    private record MappedColumn(String name, Field field) {

        static MappedColumn of(Field field) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(ManyToOne.class)
                    && Stored.class.isAssignableFrom(field.getType())) {
                return new MappedColumn(field.getAnnotation(JoinColumn.class).name(), field);
            }
            if (!STORED_AS_THEY_ARE.contains(field.getType()) && field.getType() != Instant.class) {
                throw new IllegalArgumentException(field + " is mapped in an unknown way");
            }
            var name = Optional.ofNullable(field.getAnnotation(Column.class)).map(Column::name);
            return new MappedColumn(
                    name.filter(text -> !text.isEmpty()).orElse(field.getName()), field);
        }

        Object value(Object entity) {
            try {
                var value = field.get(entity);
                if (value instanceof Stored other) {
                    return other.id();
                }
                return value instanceof Instant instant ? InstantAsMicros.micros(instant) : value;
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
