package com.xpkit.sociallink.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts several new entities at once. PostgreSQL gets one statement for all of them, which costs it a fifth less than
 * one for each (docs/adr/0050); the other products have no such statement.
 */
@ApplicationScoped
public class NewRows {

    @Inject Database database;

    /**
     * Runs in the caller's transaction, after everything else that it has written. On PostgreSQL the entities are not
     * managed afterwards, so later changes of them are not stored.
     *
     * @param entities new ones, each after those that it refers to
     */
    public void insert(List<?> entities, EntityManager em) {
        var isOneStatement =
                entities.size() > 1 && database.product() == DatabaseProduct.POSTGRESQL;
        if (!isOneStatement) {
            entities.forEach(em::persist);
        }
        em.flush();
        if (isOneStatement) {
            insertTogether(entities, em);
        }
    }

    private static void insertTogether(List<?> entities, EntityManager em) {
        var values = new ArrayList<Object>();
        var sql = new StringBuilder("WITH ");
        for (int i = 0; i < entities.size() - 1; i++) {
            sql.append(i == 0 ? "r" : ", r").append(i).append(" AS (");
            append(entities.get(i), sql, values);
            sql.append(')');
        }
        sql.append(' ');
        append(entities.get(entities.size() - 1), sql, values);
        var query = em.createNativeQuery(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        query.executeUpdate();
    }

    private static void append(Object entity, StringBuilder sql, List<Object> values) {
        var mapping = TableMapping.of(entity.getClass());
        var row = mapping.values(entity);
        sql.append("INSERT INTO ").append(mapping.table()).append(" (");
        sql.append(String.join(", ", row.keySet())).append(") VALUES (");
        var separator = "?";
        for (var value : row.values()) {
            values.add(value);
            sql.append(separator).append(values.size());
            separator = ", ?";
        }
        sql.append(')');
    }
}
