package com.xpkit.sociallink.platform.listing.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedValueTest {

    private static final int MAX_COLUMN_LENGTH = 255;

    /** Seeded, so that a failure can be repeated. */
    private final Random random = new Random(20260102);

    @Test
    void writesNumbersThatCompareAsTheyDo() {
        var numbers = new ArrayList<>(remarkableNumbers());
        IntStream.range(0, 100).forEach(i -> numbers.add(number()));

        assertThatTextsCompareAs(numbers, BigDecimal::compareTo, IndexedValue::number);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5.0",
        "5, 5e0",
        "500, 5e2",
        "500, 5.00E+2",
        "0, 0.000",
        "0, -0",
        "0, 0e999",
        "-1.50, -15e-1"
    })
    void writesEqualNumbersTheSame(BigDecimal one, BigDecimal other) {
        assertThat(IndexedValue.number(one)).isEqualTo(IndexedValue.number(other));
    }

    @Test
    void distinguishesNumbersThatADoubleDoesNot() {
        var one = new BigDecimal("9007199254740993");
        var other = new BigDecimal("9007199254740992");

        assertThat(one.doubleValue()).isEqualTo(other.doubleValue());
        assertThat(compared(IndexedValue.number(one), IndexedValue.number(other))).isPositive();
    }

    @Test
    void writesStringsThatCompareByTheirCodePoints() {
        var strings = new ArrayList<>(List.of("", " ", "a", "aa", "A", "~", "é", "中", "\uffee"));
        IntStream.range(0, 200).forEach(i -> strings.add(string(1 + random.nextInt(12))));

        var written = strings.stream().sorted(this::comparedByCodePoint).map(this::text).toList();

        assertThat(written).isSortedAccordingTo(IndexedValueTest::compared);
    }

    @Test
    void putsSupplementaryCharactersAfterAllOthers() {
        assertThat(compared(text("\uffee"), text("🐼"))).isNegative();
        assertThat("\uffee").isGreaterThan("🐼");
    }

    @Test
    void writesTimestampsThatCompareAsTheirInstants() {
        var times = new ArrayList<OffsetDateTime>();
        IntStream.range(0, 100).forEach(i -> times.add(time()));
        times.add(OffsetDateTime.parse("-9999-01-01T00:00:00+18:00"));
        times.add(OffsetDateTime.parse("9999-12-31T23:59:59.999999999-18:00"));

        assertThatTextsCompareAs(
                times, OffsetDateTime.timeLineOrder(), time -> instantText(time.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T11:04:05+08:00",
                "2026-01-02T03:04:05.000Z",
                "2026-01-01T21:34:05-05:30",
                "2026-01-02T03:04:05.000000000+00:00"
            })
    void writesOneInstantTheSameWhateverItsOffset(String text) {
        assertThat(instantText(text)).isEqualTo(instantText("2026-01-02T03:04:05Z"));
    }

    @Test
    void writesBooleansSoThatFalseIsLess() {
        assertThat(compared(IndexedValue.bool(false), IndexedValue.bool(true))).isNegative();
    }

    @Test
    void keepsTheTypesApart() {
        var texts =
                List.of(
                        IndexedValue.NULL,
                        IndexedValue.bool(true),
                        IndexedValue.number(new BigDecimal("-1e9")),
                        IndexedValue.of("p", "5").value(),
                        instantText("2026-01-02T03:04Z"),
                        IndexedValue.of("p", "2026-01-02T03:04Z").value());

        assertThat(texts.stream().map(text -> text.substring(0, 1)))
                .containsExactly("a", "b", "n", "s", "t", "u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04Z",
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.123456789+08:00",
                "2026-01-02T03:04:05+0800",
                "2026-01-02t03:04:05z",
                "0000-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z"
            })
    void takesTimestampsWithAnOffsetForInstants(String text) {
        assertThat(IndexedValue.instant(text)).isPresent();
        assertThat(IndexedValue.of("p", text).value()).isEqualTo("u" + text);
        assertThat(IndexedValue.instantOf("p", text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "2026-01-02",
                "2026-01-02T03:04:05",
                "2026-01-02 03:04:05Z",
                "2026-02-30T03:04:05Z",
                "2026-01-02T25:04:05Z",
                "2026-01-02T24:00:00Z",
                "2026-01-02T23:59:60Z",
                "2026-01-02T03:04:05 08:00",
                "2026-01-02T03:04:05Z ",
                "2026-01-02T03:04:05+08:00[Asia/Shanghai]",
                "+10000-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "Tomorrow at the station"
            })
    void takesAnyOtherStringForText(String text) {
        assertThat(IndexedValue.instant(text)).isEmpty();
        assertThat(IndexedValue.of("p", text).value()).isEqualTo("s" + text);
        assertThat(IndexedValue.instantOf("p", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 179, 180})
    void leavesShortTextsAsTheyAre(int length) {
        var text = "x".repeat(length);

        assertThat(IndexedValue.of(text, text)).isEqualTo(new IndexedValue(text, "s" + text, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {181, 255, 256, 10_000})
    void shortensLongTextsAndKeepsTheWholeSeparately(int length) {
        var text = "中".repeat(length);

        var value = IndexedValue.of(text, text);

        assertThat(value.path()).hasSizeLessThanOrEqualTo(MAX_COLUMN_LENGTH).startsWith("中中中");
        assertThat(value.value()).hasSizeLessThanOrEqualTo(MAX_COLUMN_LENGTH).startsWith("s中中中");
        assertThat(value.longText()).isEqualTo(text);
    }

    @Test
    void distinguishesLongTextsThatBeginTheSame() {
        var texts = IntStream.range(200, 300).mapToObj("x"::repeat).toList();

        assertThat(texts.stream().map(this::text)).doesNotHaveDuplicates();
        assertThat(texts.stream().map(IndexedValue::path)).doesNotHaveDuplicates();
        assertThat(text("x".repeat(200))).isEqualTo(text("x".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {177, 178, 179, 180, 181})
    void cutsNoSurrogatePairInTwo(int before) {
        var text = "x".repeat(before) + "🐼".repeat(10);

        assertThat(UTF_8.newEncoder().canEncode(text(text))).isTrue();
        assertThat(UTF_8.newEncoder().canEncode(IndexedValue.path(text))).isTrue();
    }

    @Test
    void shortensLongNumbersAndKeepsThemDistinct() {
        var digits = BigInteger.TEN.pow(400);
        var numbers =
                Stream.of(digits.add(BigInteger.ONE), digits.add(BigInteger.TWO))
                        .flatMap(n -> Stream.of(n, n.negate()))
                        .map(n -> IndexedValue.number(new BigDecimal(n)))
                        .toList();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers).allMatch(text -> text.length() <= MAX_COLUMN_LENGTH);
        assertThat(compared(numbers.get(1), IndexedValue.number(BigDecimal.ONE.negate())))
                .isNegative();
        assertThat(compared(numbers.get(0), IndexedValue.number(BigDecimal.TEN))).isPositive();
    }

    @Test
    void showsNoValueWhenPrinted() {
        assertThat(IndexedValue.of("first_name", "明")).hasToString("IndexedValue first_name");
    }

    private static <T> void assertThatTextsCompareAs(
            List<T> values, Comparator<T> order, Function<T, String> written) {
        for (var one : values) {
            for (var other : values) {
                assertThat(Integer.signum(compared(written.apply(one), written.apply(other))))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(order.compare(one, other)));
            }
        }
    }

    /** As databases compare with a binary collation. */
    private static int compared(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private int comparedByCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    private String text(String text) {
        return IndexedValue.of("p", text).value();
    }

    private static String instantText(String text) {
        return IndexedValue.instant(text).orElseThrow();
    }

    private static List<BigDecimal> remarkableNumbers() {
        return Stream.of(
                        "0 5 5.0 -5 -5.0 50 0.5 -0.5 0.05 9 10 99 100 -9 -10 -99 -100 1.1 1.11"
                                + " -1.1 -1.11 1e308 1e309 -1e309 1e-400 -1e-400 1e1000000"
                                + " -1e1000000 1e-1000000 -1e-1000000 1e-900000 -1e-900000 123456789012345678901234567890"
                                + " 123456789012345678901234567891 0.1000000000000000055511151231"
                                + " 0.1 9007199254740992 9007199254740993 9.99e999999 -9.99e999999")
                .flatMap(numbers -> Arrays.stream(numbers.split(" ")))
                .map(BigDecimal::new)
                .toList();
    }

    private BigDecimal number() {
        var digits = new BigInteger(1 + random.nextInt(120), random);
        var number = new BigDecimal(digits, random.nextInt(60) - 30);
        return random.nextBoolean() ? number : number.negate();
    }

    private String string(int length) {
        var string = new StringBuilder();
        random.ints(length, 1, 0x2_0000)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .map(c -> random.nextBoolean() ? c : 'a' + c % 3)
                .forEach(string::appendCodePoint);
        return string.toString();
    }

    private OffsetDateTime time() {
        var isFar = random.nextBoolean();
        var seconds =
                isFar ? random.nextLong(-300_000_000_000L, 200_000_000_000L) : random.nextInt(3);
        var offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1_080) - 1_080));
        var nanos = random.nextBoolean() ? random.nextInt(1_000_000_000) : 0;
        return Instant.ofEpochSecond(seconds, nanos).atOffset(offset);
    }
}
