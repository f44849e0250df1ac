package com.xpkit.sociallink.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResealingTest {

    private static final String A = "00000000-0000-7000-8000-00000000000a";
    private static final String B = "00000000-0000-7000-8000-00000000000b";
    private static final String C = "00000000-0000-7000-8000-00000000000c";

    private static final String OLD = "the-old-key-of-the-tests-of-32-characters";
    private static final String NEW = "the-new-key-of-the-tests-of-32-characters";

    private final Map<String, String> rows = new TreeMap<>();
    private final List<String> warned = new ArrayList<>();
    private final Texts texts = new Texts();

    @Test
    void sealsWithTheNewestKeyWhatAnOlderOneSealed() {
        rows.put(A, sealed(OLD, A, "one"));
        rows.put(B, sealed(OLD, B, "two"));

        SealMother.resealing(NEW + "," + OLD).reseal(texts);

        assertThat(opened(A)).isEqualTo("one");
        assertThat(opened(B)).isEqualTo("two");
        assertThat(warned).isEmpty();
    }

    @Test
    void leavesWhatTheNewestKeySealed() {
        rows.put(A, sealed(NEW, A, "one"));
        var before = Map.copyOf(rows);

        SealMother.resealing(NEW + "," + OLD).reseal(texts);

        assertThat(rows).isEqualTo(before);
    }

    @Test
    void warnsOfWhatNoKeyOpensAndGoesOn() {
        rows.put(A, sealed(OLD, "of another row", "one"));
        rows.put(B, sealed(OLD, B, "two"));
        rows.put(C, "never sealed");
        var before = Map.copyOf(rows);

        SealMother.resealing(NEW + "," + OLD).reseal(texts);

        assertThat(warned).containsExactly(A, C);
        assertThat(rows.get(A)).isEqualTo(before.get(A));
        assertThat(opened(B)).isEqualTo("two");
    }

    @Test
    void leavesWhatAnotherNodeHasSealedInTheMeantime() {
        rows.put(A, sealed(OLD, A, "one"));
        var others = sealed(NEW, A, "one");
        texts.meanwhile = () -> rows.put(A, others);

        SealMother.resealing(NEW + "," + OLD).reseal(texts);

        assertThat(rows).containsEntry(A, others);
    }

    private static String sealed(String key, String row, String plain) {
        return SealMother.with(key).seal(Purpose.APP_SECRET, row, plain.getBytes(UTF_8));
    }

    private String opened(String row) {
        var plain = SealMother.with(NEW).open(Purpose.APP_SECRET, row, rows.get(row));
        return new String(plain.orElseThrow(), UTF_8);
    }

    private final class Texts implements SealedTexts {

        private Runnable meanwhile = () -> {};

        @Override
        public Purpose purpose() {
            return Purpose.APP_SECRET;
        }

        @Override
        public SealedColumn column() {
            return new SealedColumn("table", "row", "text");
        }

        @Override
        public List<SealedText> all() {
            var all =
                    rows.entrySet().stream()
                            .map(
                                    row ->
                                            new SealedText(
                                                    UUID.fromString(row.getKey()), row.getValue()))
                            .toList();
            meanwhile.run();
            return all;
        }

        @Override
        public void replace(SealedText old, String sealed) {
            rows.replace(old.row().toString(), old.text(), sealed);
        }

        @Override
        public void warn(String row) {
            warned.add(row);
        }
    }
}
