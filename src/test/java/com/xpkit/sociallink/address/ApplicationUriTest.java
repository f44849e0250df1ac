package com.xpkit.sociallink.address;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationUriTest {

    private static final String APP = "https://app.example.com";

    @Test
    void knowsItsOrigin() {
        ApplicationUri uri = read("HTTPS://App.Example.COM/Path");

        assertThat(uri.scheme()).isEqualTo("https");
        assertThat(uri.host()).isEqualTo("app.example.com");
        assertThat(uri.port()).isEqualTo(443);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 80",
        "http://localhost:3000, 3000",
        "https://app.example.com:8443/x, 8443",
        "https://app.example.com:80/x, 80",
        "https://app.example.com:65535, 65535"
    })
    void knowsItsEffectivePort(String text, int port) {
        assertThat(read(text).port()).isEqualTo(port);
    }

    @Test
    void isTheSameAddressHoweverItIsSpelt() {
        assertThat(read("HTTPS://APP.example.com:443?x#\u00e9"))
                .isEqualTo(read(APP + "/?x#%C3%A9"))
                .hasSameHashCodeAs(read(APP + "/?x#%C3%A9"))
                .isNotEqualTo(read(APP + "/?X#%C3%A9"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                   /?profile_id=2f6d#",
        "/,                    /?profile_id=2f6d#",
        "/a/b,                 /a/b?profile_id=2f6d#",
        "?x=1,                 /?x=1&profile_id=2f6d#",
        "/?,                   /?profile_id=2f6d#",
        "?,                    /?profile_id=2f6d#",
        "/?#,                  /?profile_id=2f6d#",
        "'/#',                 /?profile_id=2f6d#",
        "'/#/route?x=1',       /?profile_id=2f6d#/route?x=1",
        "'#/route',            /?profile_id=2f6d#/route",
        "/a?x=1#/r?profile_id=old, /a?x=1&profile_id=2f6d#/r?profile_id=old",
        "/?a=1?b=2,            /?a=1?b=2&profile_id=2f6d#"
    })
    void putsTheParameterAfterTheQueryAndBeforeTheFragment(String rest, String linked) {
        assertThat(read(APP + rest).with("profile_id", "2f6d")).isEqualTo(APP + linked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&a=2",
                "b=2&a=1",
                "&&a=1&",
                "&",
                "=",
                "a[0]=1&a%5b1%5D=2",
                "q=a+b%20c&r=%e4%b8%ad",
                "next=https://x.example.org/?y",
                "PROFILE_ID=1&Error_Code=2",
                "profile_id2=1&xprofile_id=2&profile_id[]=3&profile+id=4",
                "a=profile_id=1",
                "a=1;b=2"
            })
    void leavesTheRestOfTheQueryAsItIs(String query) {
        assertThat(read(APP + "/?" + query).with("profile_id", "2f6d"))
                .isEqualTo(APP + "/?" + query + "&profile_id=2f6d#");
    }

    @ParameterizedTest
    @CsvSource({
        "profile_id=old, ''",
        "profile_id, ''",
        "profile_id=, ''",
        "profile_id=a=b, ''",
        "error_code=102, ''",
        "a=1&profile_id=old&b=2&error_code=102, a=1&b=2&",
        "profile_id=old&a=1&profile_id=older, a=1&",
        "%70rofile%5fid=old&a=1, a=1&",
        "error%5Fcode=old&&a=1, &a=1&",
        "%%70rofile_id=kept&pro%66ile%5Fid=|&a=1, %25%70rofile_id=kept&a=1&"
    })
    void dropsOurNamesThatTheAddressAlreadyCarries(String query, String kept) {
        assertThat(read(APP + "/?" + query).with("error_code", "104"))
                .isEqualTo(APP + "/?" + kept + "error_code=104#");
    }

    @Test
    void encodesTheParameterSoThatItCannotBreakOut() {
        assertThat(read(APP).with("profile_id", "a&b=c#d e+f/\u4e2d\r\n%"))
                .isEqualTo(APP + "/?profile_id=a%26b%3Dc%23d%20e%2Bf%2F%E4%B8%AD%0D%0A%25#");
    }

    @Test
    void givesOutWhatLiesBeyondAsciiAsABrowserSendsIt() {
        assertThat(read(APP + "/\u4e2d?q=\u6587&r=it's#\ud83d\ude00").with("profile_id", "2f6d"))
                .isEqualTo(APP + "/%E4%B8%AD?q=%E6%96%87&r=it%27s&profile_id=2f6d#%F0%9F%98%80");
    }

    /** A browser sends these as they are; a redirect of Jakarta REST cannot contain them. */
    @ParameterizedTest
    @CsvSource({
        "/?utm_term=a|b,  /?utm_term=a%7Cb",
        "/?a^b,           /?a%5Eb",
        "/?a={b},         /?a=%7Bb%7D",
        "/?`,             /?%60",
        "/?a\\b,          /?a%5Cb",
        "/?%,             /?%25",
        "/?%4,            /?%254",
        "/?100%&b=%zz,    /?100%25&b=%25zz",
        "/?%%32%41,       /?%25%32%41",
        "/#{a}`,          /#%7Ba%7D%60",
        "/#a|b^c\\d,      /#a%7Cb%5Ec%5Cd",
        "/#a#b##,         /#a%23b%23%23",
        "/#%,             /#%25",
        "/#[%z1],         /#[%25z1]"
    })
    void encodesAfterThePathWhatRfc3986HasNoPlaceFor(String rest, String sent) {
        assertThat(read(APP + rest)).hasToString(APP + sent).isEqualTo(read(APP + sent));
    }

    /** Spaces too: a plus sign that was not encoded arrives as a space. */
    @ParameterizedTest
    @CsvSource({
        "/{id}/a|b^c,     /%7Bid%7D/a%7Cb%5Ec",
        "/a b?c d#e f,    /a%20b?c%20d#e%20f",
        "/a ?b #c,        /a%20?b%20#c"
    })
    void encodesWhatABrowserEncodes(String rest, String sent) {
        assertThat(read(APP + rest)).hasToString(APP + sent);
    }

    /** A browser sends these as they are, and encoded they could be another page. */
    @ParameterizedTest
    @ValueSource(strings = {"/[a]", "/a]", "/%", "/%2", "/%zz", "/100%?a", "/a\\b"})
    void refusesInThePathWhatABrowserSendsRaw(String path) {
        assertThat(ApplicationUri.read(APP + path)).isEmpty();
    }

    /** A browser removes them. */
    @ParameterizedTest
    @ValueSource(strings = {"/ ", "/a ", "/?a ", "/#a ", "/?a  "})
    void refusesABlankAtTheEnd(String rest) {
        assertThat(ApplicationUri.read(APP + rest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%B9%E3%D6%DD",
                "%ff",
                "%c0%ae",
                "%ED%A0%80",
                "%F4%90%80%80",
                "%E4%B8",
                "%E4%B8x",
                "%E4x%B8%AD",
                "%80",
                "a%E4%B8%AD%B9"
            })
    void refusesEscapesThatAreNotUtf8(String escapes) {
        for (String before : new String[] {"/", "/?city=", "/#"}) {
            assertThat(ApplicationUri.read(APP + before + escapes)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%E5%B9%BF%E5%B7%9E", "%EF%BF%BD", "%F0%9F%98%80", "%00", "%7F"})
    void takesEscapesThatAreUtf8(String escapes) {
        for (String before : new String[] {"/", "/?city=", "/#"}) {
            assertThat(read(APP + before + escapes)).hasToString(APP + before + escapes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.", "/..", "/./x", "/a/../b", "/a/..?x", "/%2E", "/.%2e/x", "/a/.#x"})
    void refusesWhatABrowserWouldShorten(String path) {
        assertThat(ApplicationUri.read(APP + path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://-app.example.com/",
                "https://app-.example.com/",
                "https://app_x.example.com/",
                "https://app.example.com./",
                "https://app.example.com:/",
                "https://app.example.com:0/",
                "https://app.example.com:0443/",
                "https://app.example.3com/",
                "https://[2001:db8::1]/",
                "https://\u4e2d.example.com/",
                "https:/app.example.com/",
                "https:app.example.com/",
                "https:///app.example.com/",
                "https://@app.example.com/"
            })
    void refusesHostsAndPortsThatAreNotPlain(String text) {
        assertThat(ApplicationUri.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x9f})
    void refusesControlsAnywhere(int code) {
        String character = Character.toString(code);

        for (String before : new String[] {"", "ht", APP, APP + "/a", APP + "/?a", APP + "/#a"}) {
            String after = (APP + "/abc?abc#abc").substring(Math.min(before.length(), 24));
            assertThat(ApplicationUri.read(before + character + after)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\\"})
    void refusesBlanksAndBackslashesBeforeThePath(String character) {
        for (int at : new int[] {0, 2, 5, 6, 7, 8, 11, APP.length()}) {
            String broken = APP.substring(0, at) + character + APP.substring(at);
            assertThat(ApplicationUri.read(broken + "/a")).isEmpty();
        }
    }

    @Test
    void refusesUnpairedSurrogatesButTakesPairs() {
        assertThat(ApplicationUri.read(APP + "/\ud83d")).isEmpty();
        assertThat(ApplicationUri.read(APP + "/\ude00\ud83d")).isEmpty();
        assertThat(ApplicationUri.read(APP + "/\ud83d\ude00")).isPresent();
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(ApplicationUri.read(null)).isEmpty();
        assertThat(ApplicationUri.read("")).isEmpty();
        assertThat(ApplicationUri.read(" ")).isEmpty();
    }

    @Test
    void takesTwoThousandCharactersAsABrowserSendsThem() {
        String longest = APP + "/" + "a".repeat(2_000 - APP.length() - 1);

        assertThat(ApplicationUri.read(longest)).isPresent();
        assertThat(ApplicationUri.read(longest + "a")).isEmpty();
        assertThat(ApplicationUri.read(APP + "/" + "\u4e2d".repeat(219))).isPresent();
        assertThat(ApplicationUri.read(APP + "/" + "\u4e2d".repeat(220))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", ".", "a.", "-", "a-", "0", "/", "/.", "/..", "?", "#", "&", "%2e", "%", ":",
                "@"
            })
    void isNotSlowedDownByLongRepetitions(String piece) {
        assertTimeoutPreemptively(
                ofSeconds(2),
                () -> {
                    String text = piece.repeat(1_900 / piece.length());
                    for (int i = 0; i < 100; i++) {
                        ApplicationUri.read("https://" + text + "!");
                        ApplicationUri.read(APP + "/" + text + "\n");
                    }
                });
    }

    @Test
    void isAlwaysAJavaUri() {
        String linked =
                read(APP + "//x;y=(1)/@:' |^{}?a[0]=1&\"<>'{|}^` \\%%2#[x]\"<`>?#{|}^ \\%%2")
                        .with("profile_id", "2f6d");

        assertThatNoException().isThrownBy(() -> URI.create(linked));
    }

    private static ApplicationUri read(String text) {
        return ApplicationUri.read(text).orElseThrow();
    }
}
