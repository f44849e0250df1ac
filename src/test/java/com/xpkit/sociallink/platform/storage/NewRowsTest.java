package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewRowsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final long MICROS = 1_767_323_045_678_000L;

    private final List<Object> done = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final Note note = new Note();
    private final Line line = new Line(note, "first");

    @Test
    void isOneStatementOnPostgreSql() {
        insert("jdbc:postgresql://db/sociallink", List.of(note, line, new Line(note, null)));

        assertThat(done)
                .containsExactly(
                        "flush",
                        "WITH r0 AS (INSERT INTO note (shelf, id, created, last_modified, version)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5)),"
                                + " r1 AS (INSERT INTO note_line (line_text, note_id, place)"
                                + " VALUES (?6, ?7, ?8))"
                                + " INSERT INTO note_line (note_id, place) VALUES (?9, ?10)",
                        "executeUpdate");
        assertThat(parameters)
                .containsExactly(
                        3, note.id(), MICROS, MICROS, 0, "first", note.id(), 7, note.id(), 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:a", "jdbc:mariadb://db/sociallink"})
    void isOneForEachElsewhere(String url) {
        insert(url, List.of(note, line));

        assertThat(done).containsExactly(note, line, "flush");
    }

    @Test
    void leavesASingleEntityToTheProvider() {
        insert("jdbc:postgresql://db/sociallink", List.of(note));

        assertThat(done).containsExactly(note, "flush");
    }

    @Test
    void refusesAMappingThatItDoesNotKnow() {
        var entities = List.of(note, new Drawing());

        assertThatThrownBy(() -> insert("jdbc:postgresql://db/sociallink", entities))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("picture");
    }

    private void insert(String url, List<?> entities) {
        var rows = new NewRows();
        rows.database = new Database(url);
        rows.insert(entities, entityManager());
    }

    private EntityManager entityManager() {
        return proxy(
                EntityManager.class,
                (called, arguments) -> {
                    done.add(arguments == null ? called : arguments[0]);
                    return called.equals("createNativeQuery") ? query() : null;
                });
    }

    private Query query() {
        return proxy(
                Query.class,
                (called, arguments) -> {
                    if (called.equals("setParameter")) {
                        parameters.add(arguments[1]);
                        return null;
                    }
                    done.add(called);
                    return 1;
                });
    }

    private static <T> T proxy(Class<T> type, Called called) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> called.with(method.getName(), arguments)));
    }

    private interface Called {

        Object with(String method, Object... arguments);
    }

    @Entity
    @Table(name = "note")
    static class Note extends Stored {

        private static final UUID ID = UUID.fromString("01a21ffa-5006-7000-ad7a-5c3897f80197");

        private final int shelf = 3;

        @OneToMany(mappedBy = "note")
        private final List<Line> lines = new ArrayList<>();

        Note() {
            super(ID, NOW);
        }
    }

    @Entity
    @Table(name = "note_line")
    static class Line {

        @Id
        @Column(name = "line_text")
        private final String text;

        @ManyToOne
        @JoinColumn(name = "note_id")
        private final Note note;

        @Column(name = "note_id", insertable = false, updatable = false)
        private final UUID noteId = Note.ID;

        @Column(nullable = false)
        private final Integer place = 7;

        Line(Note note, String text) {
            this.note = note;
            this.text = text;
        }
    }

    @Entity
    @Table(name = "drawing")
    static class Drawing extends Stored {

        private final byte[] picture = {};

        Drawing() {
            super(Note.ID, NOW);
        }
    }
}
