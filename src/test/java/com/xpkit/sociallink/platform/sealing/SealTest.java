package com.xpkit.sociallink.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final String OLD = "the-old-key-of-the-service-32-chars";
    private static final String NEW = "the-new-key-of-the-service-32-chars";
    private static final byte[] PLAIN = "äpple 🍎 of a visitor".getBytes(UTF_8);

    private final Seal seal = SealMother.with(OLD);

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Purpose purpose) {
        assertThat(seal.open(purpose, seal.seal(purpose, PLAIN))).contains(PLAIN);
    }

    @Test
    void sealsNothingAtAllToo() {
        assertThat(seal.open(Purpose.FLOW, seal.seal(Purpose.FLOW, new byte[0])))
                .hasValueSatisfying(opened -> assertThat(opened).isEmpty());
    }

    @Test
    void writesWhatNeedsNoEncodingInAnAddress() {
        assertThat(seal.seal(Purpose.FLOW, PLAIN)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void hidesWhatItSeals() {
        var sealed = Base64.getUrlDecoder().decode(seal.seal(Purpose.APP_SECRET, PLAIN));

        assertThat(new String(sealed, UTF_8)).doesNotContain("pple", "visitor");
    }

    @Test
    void neverSealsTheSameTwice() {
        var sealed = new HashSet<String>();

        IntStream.range(0, 1_000).forEach(i -> sealed.add(seal.seal(Purpose.FLOW, PLAIN)));

        assertThat(sealed).hasSize(1_000);
    }

    @Test
    void opensNothingOfWhichAnyBitWasTouched() {
        var sealed = Base64.getUrlDecoder().decode(seal.seal(Purpose.FLOW, PLAIN));

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var touched = sealed.clone();
            touched[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(seal.open(Purpose.FLOW, base64(touched))).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void opensNothingThatWasCutOrMadeLonger() {
        var sealed = seal.seal(Purpose.FLOW, PLAIN);

        IntStream.range(0, sealed.length())
                .mapToObj(length -> sealed.substring(0, length))
                .forEach(cut -> assertThat(seal.open(Purpose.FLOW, cut)).as(cut).isEmpty());
        assertThat(seal.open(Purpose.FLOW, sealed + "AAAA")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "a b", "ä", "AAAA", "%00", "===="})
    void opensNothingThatItNeverSealed(String text) {
        assertThat(seal.open(Purpose.FLOW, text)).isEmpty();
        assertThat(seal.isSealedByNewest(Purpose.FLOW, text)).isFalse();
    }

    @Test
    void opensForNoOtherPurpose() {
        var sealed = seal.seal(Purpose.FLOW, PLAIN);

        assertThat(seal.open(Purpose.ACCESS_TOKEN, sealed)).isEmpty();
        assertThat(seal.open(Purpose.APP_SECRET, sealed)).isEmpty();
    }

    @Test
    void opensInNoOtherRow() {
        var bound = seal.seal(Purpose.APP_SECRET, "row-1", PLAIN);
        var unbound = seal.seal(Purpose.APP_SECRET, PLAIN);

        assertThat(seal.open(Purpose.APP_SECRET, "row-1", bound)).contains(PLAIN);
        assertThat(seal.open(Purpose.APP_SECRET, "row-2", bound)).isEmpty();
        assertThat(seal.open(Purpose.APP_SECRET, bound)).isEmpty();
        assertThat(seal.open(Purpose.APP_SECRET, "row-1", unbound)).isEmpty();
    }

    @Test
    void opensAnOlderKeysTextInItsOwnRowOnly() {
        var bound = seal.seal(Purpose.APP_SECRET, "row-1", PLAIN);
        var rotated = SealMother.with(NEW + "," + OLD);

        assertThat(rotated.open(Purpose.APP_SECRET, "row-1", bound)).contains(PLAIN);
        assertThat(rotated.open(Purpose.APP_SECRET, "row-2", bound)).isEmpty();
        assertThat(rotated.isSealedByNewest(Purpose.APP_SECRET, bound)).isFalse();
    }

    /** Where the last character has spare bits, up to 15 other texts decode to the same bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void opensOneSpellingOnly(int length) {
        var sealed = seal.seal(Purpose.FLOW, new byte[length]);
        var bytes = Base64.getUrlDecoder().decode(sealed);
        var start = sealed.substring(0, sealed.length() - 1);

        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="
                .chars()
                .mapToObj(last -> start + (char) last)
                .filter(text -> !text.equals(sealed))
                .forEach(text -> assertThat(seal.open(Purpose.FLOW, text)).as(text).isEmpty());
        assertThat(
                        seal.open(Purpose.FLOW, Base64.getUrlEncoder().encodeToString(bytes))
                                .isPresent())
                .isEqualTo(bytes.length % 3 == 0);
    }

    @Test
    void opensWhatAnOlderKeySealed() {
        var sealed = seal.seal(Purpose.APP_SECRET, PLAIN);

        var rotated = SealMother.with(NEW + "," + OLD);

        assertThat(rotated.open(Purpose.APP_SECRET, sealed)).contains(PLAIN);
    }

    @Test
    void sealsWithTheNewestKey() {
        var sealed = SealMother.with(NEW + "," + OLD).seal(Purpose.APP_SECRET, PLAIN);

        assertThat(SealMother.with(NEW).open(Purpose.APP_SECRET, sealed)).contains(PLAIN);
        assertThat(SealMother.with(OLD).open(Purpose.APP_SECRET, sealed)).isEmpty();
    }

    @Test
    void opensNothingOfAKeyThatIsGone() {
        var sealed = seal.seal(Purpose.APP_SECRET, PLAIN);

        assertThat(SealMother.with(NEW).open(Purpose.APP_SECRET, sealed)).isEmpty();
    }

    @Test
    void knowsWhatIsDueToBeSealedAgain() {
        var rotated = SealMother.with(NEW + "," + OLD);

        assertThat(rotated.isSealedByNewest(Purpose.FLOW, seal.seal(Purpose.FLOW, PLAIN)))
                .isFalse();
        assertThat(rotated.isSealedByNewest(Purpose.FLOW, rotated.seal(Purpose.FLOW, PLAIN)))
                .isTrue();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
