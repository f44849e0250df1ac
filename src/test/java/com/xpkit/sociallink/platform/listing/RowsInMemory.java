package com.xpkit.sociallink.platform.listing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** A list of some size, with as much of a database as counting needs. */
final class RowsInMemory {

    int size;
    boolean isAway;

    /** How often all rows were counted. */
    int counted;

    /** Whether the transaction of a query has begun. */
    boolean isInTransaction;

    int madeOutside;

    EntityManager entityManager() {
        return proxy(
                EntityManager.class,
                (proxy, method, arguments) -> {
                    if (isAway) {
                        throw new IllegalStateException("the database is away");
                    }
                    madeOutside += isInTransaction ? 0 : 1;
                    return new Asked(((String) arguments[0]).startsWith("select count")).query();
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Asked {

        private final boolean isCount;
        private int first;
        private int most = Integer.MAX_VALUE;

        private Asked(boolean isCount) {
            this.isCount = isCount;
        }

        private TypedQuery<?> query() {
            return proxy(TypedQuery.class, this::answer);
        }

        private Object answer(Object query, Method method, Object[] arguments) {
            switch (method.getName()) {
                case "setFirstResult" -> first = (int) arguments[0];
                case "setMaxResults" -> most = (int) arguments[0];
                case "getResultList" -> {
                    return isCount ? count() : rows();
                }
                default -> {}
            }
            return query;
        }

        private List<Long> count() {
            counted++;
            return List.of((long) size);
        }

        private List<String> rows() {
            return Collections.nCopies(Math.max(0, Math.min(most, size - first)), "id");
        }
    }
}
