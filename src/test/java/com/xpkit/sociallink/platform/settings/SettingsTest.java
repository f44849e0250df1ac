package com.xpkit.sociallink.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String KEY = "sociallink.any";

    @Test
    void trimsWhatItReads() {
        assertThat(reading("  a b ").text(KEY)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab$$cd",
                "x${y}z",
                "x${sociallink.other}z",
                "${sociallink.any}",
                "${",
                "${none::secret}",
                "\\${x}",
                "a\\b",
                "a\\,b,c",
                "a\\",
                "#{1+1}",
                "%41",
                "密"
            })
    void readsLetterByLetter(String text) {
        var settings =
                SettingsMother.only(Map.of(KEY, text, "sociallink.other", "of another setting"));

        assertThat(settings.text(KEY)).isEqualTo(text);
        assertThat(settings.findSecret(KEY)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secret\n", "secret\r\n"})
    void readsASecretWithoutTheEndOfItsLine(String text) {
        assertThat(reading(text).findSecret(KEY)).contains("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {" secret", "secret ", "secret \n", "\tsecret", "\nsecret"})
    void refusesASecretWithBlanksAroundIt(String text) {
        assertThatThrownBy(() -> reading(text).findSecret(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("The setting sociallink.any begins or ends with a blank.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void takesABlankSecretForAMissingOne(String blank) {
        assertThat(reading(blank).findSecret(KEY)).isEmpty();
    }

    @Test
    void refusesWhatTheMachineCouldNotDecode() {
        assertThatThrownBy(() -> reading("pass\uFFFD\uFFFDword").find(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.any holds a character that was not read as UTF-8;"
                                + " start the server with LANG=C.UTF-8 or another UTF-8 locale.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void takesABlankSettingForAMissingOne(String blank) {
        var settings = reading(blank);

        assertThat(settings.find(KEY)).isEmpty();
        assertThatThrownBy(() -> settings.text(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("The setting sociallink.any is missing.");
    }

    @Test
    void namesAMissingSetting() {
        var settings = SettingsMother.only(Map.of());

        assertThatThrownBy(() -> settings.duration(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("The setting sociallink.any is missing.");
    }

    @Test
    void readsFlags() {
        assertThat(reading("true").flag(KEY)).isTrue();
        assertThat(reading("false").flag(KEY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE", "on"})
    void refusesAFlagThatIsNeitherTrueNorFalse(String word) {
        assertThatThrownBy(() -> reading(word).flag(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("The setting sociallink.any must be one of true, false.");
    }

    @Test
    void takesOneOfTheWordsAsWritten() {
        var words = List.of("zh_CN", "en");

        assertThat(reading("zh_CN").choice(KEY, words)).isEqualTo("zh_CN");
        assertThatThrownBy(() -> reading("ZH_cn").choice(KEY, words))
                .hasMessage("The setting sociallink.any must be one of zh_CN, en.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "007, 7", "100, 100"})
    void readsWholeNumbers(String text, int number) {
        assertThat(reading(text).number(KEY, 1, 100)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "+5", "5.0", "1e1", "5 0", "five", "9999999999"})
    void refusesAnInvalidNumberOrOneOutOfBounds(String text) {
        assertThatThrownBy(() -> reading(text).number(KEY, 1, 100))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("The setting sociallink.any must be a whole number from 1 to 100.");
    }

    @ParameterizedTest
    @CsvSource({"PT5S, 5000", "PT0.25S, 250", "PT10M, 600000", "P1D, 86400000"})
    void readsDurations(String text, long millis) {
        assertThat(reading(text).duration(KEY)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5s", "PT0S", "PT-5S", "-PT5S", "P1M", "10 minutes"})
    void refusesWhatIsNotAPositiveDuration(String text) {
        assertThatThrownBy(() -> reading(text).duration(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.any must be a positive ISO-8601 duration such as"
                                + " PT10M.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://link.example.com, https://link.example.com",
        "https://link.example.com/, https://link.example.com",
        "https://link.example.com//, https://link.example.com",
        "http://localhost:8080, http://localhost:8080",
        "https://example.com/link/, https://example.com/link",
        "http://[::1]:8080, http://[::1]:8080",
        "https://link.example.com/a//b//, https://link.example.com/a//b"
    })
    void readsAddressesWithoutTheirLastSlash(String text, URI address) {
        assertThat(reading(text).serviceAddress(KEY)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Link.Example.com:443/, https://link.example.com",
        "http://LINK.example.com:80, http://link.example.com",
        "HTTPS://link.example.com, https://link.example.com",
        "https://link.example.com:/, https://link.example.com",
        "https://link.example.com:0443, https://link.example.com",
        "https://link.example.com:80, https://link.example.com:80",
        "http://link.example.com:443, http://link.example.com:443",
        "https://link.example.com:8443/, https://link.example.com:8443",
        "https://Link.Example.com:443/Some/%7Epath/, https://link.example.com/Some/%7Epath",
        "http://[::FFFF]:80, http://[::ffff]"
    })
    void readsAddressesAsBrowsersWriteThem(String text, String address) {
        assertThat(reading(text).serviceAddress(KEY)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://wechat_proxy:8080, http://wechat_proxy:8080",
        "https://My_Service.example.com/, https://my_service.example.com"
    })
    void takesUnderscoresInHosts(String text, String address) {
        assertThat(reading(text).serviceAddress(KEY)).hasToString(address);
    }

    @Test
    void readsALongAddressAtOnce() {
        var text = "https://link.example.com/" + "/".repeat(100_000) + "a";

        assertTimeout(Duration.ofSeconds(1), () -> reading(text).serviceAddress(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://例え.jp", "https://bücher.example.com:8443/path"})
    void refusesAHostBeyondAsciiInWordsOfItsOwn(String text) {
        assertThatThrownBy(() -> reading(text).serviceAddress(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(
                        "The setting sociallink.any names a host with characters beyond ASCII;"
                                + " write it in Punycode, such as https://xn--r8jz45g.jp.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://link.example.com:0",
                "https://link.example.com:65536",
                "https://link.example.com:99999999999",
                "https://link..example.com",
                "https://link.example.com-",
                "https://link%2eexample.com",
                "https://[link]",
                "https://[::1",
                "https://link.example.com:port",
                "https://link.example.com/a b",
                "https://link.example.com\\a",
                "link.example.com",
                "ftp://link.example.com",
                "https://",
                "https:///path",
                "https://link.example.com?x=y",
                "https://link.example.com#top",
                "https://me:secret@link.example.com",
                "https://link example.com",
                "localhost:8080",
                "/path"
            })
    void refusesWhatIsNotAPlainHttpAddress(String text) {
        assertThatThrownBy(() -> reading(text).serviceAddress(KEY))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting sociallink.any must be an http or https");
    }

    @Test
    void neverRepeatsAWrongValueWhichMayBeASecret() {
        assertThatThrownBy(() -> reading("https://me:pa55@h").serviceAddress(KEY))
                .hasMessageNotContaining("pa55");
    }

    private static Settings reading(String text) {
        return SettingsMother.only(Map.of(KEY, text));
    }
}
