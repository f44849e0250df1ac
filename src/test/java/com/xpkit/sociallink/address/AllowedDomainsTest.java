package com.xpkit.sociallink.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedDomainsTest {

    @ParameterizedTest
    @CsvSource({
        "app.example.com, https://app.example.com/any/path?x#y",
        "app.example.com, https://app.example.com:443",
        "app.example.com:443, https://app.example.com",
        "APP.Example.com, https://app.example.com",
        "app.example.com:8443, https://app.example.com:8443/",
        "*.example.com, https://app.example.com/",
        "*.example.com, https://a.b.c.example.com/",
        "*.example.com:8443, https://app.example.com:8443/",
        "http://localhost:3000, http://localhost:3000/",
        "HTTP://localhost:3000, http://localhost:3000/",
        "http://intranet, http://intranet:80/",
        "http://*.dev.example.com, http://shop.dev.example.com/",
        "192.0.2.7, https://192.0.2.7/",
        "http://192.0.2.7:8080, http://192.0.2.7:8080/",
        "xn--fiqs8s.example.com, https://XN--FIQS8S.example.com/"
    })
    void allowsTheOriginThatItNames(String entry, String address) {
        assertThat(allows(entry, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "app.example.com, http://app.example.com/",
        "app.example.com, https://app.example.com:8443/",
        "app.example.com, https://evil.app.example.com/",
        "app.example.com, https://evilapp.example.com/",
        "app.example.com, https://app.example.com.evil.org/",
        "app.example.com, https://example.com/",
        "app.example.com:8443, https://app.example.com/",
        "app.example.com:8443, http://app.example.com:8443/",
        "app.example.com:80, http://app.example.com/",
        "*.example.com, https://example.com/",
        "*.example.com, https://evilexample.com/",
        "*.example.com, https://app.example.com:8443/",
        "*.example.com, http://app.example.com/",
        "*.example.com, https://example.com.evil.org/",
        "*.example.com:8443, https://app.example.com/",
        "http://localhost:3000, https://localhost:3000/",
        "http://localhost:3000, http://localhost/",
        "http://localhost:3000, http://evil.localhost:3000/",
        "http://*.dev.example.com, https://shop.dev.example.com/",
        "http://*.dev.example.com, http://dev.example.com/",
        "192.0.2.7, https://192.0.2.70/"
    })
    void allowsNothingElse(String entry, String address) {
        assertThat(allows(entry, address)).isFalse();
    }

    @Test
    void allowsWhatAnyOfItsEntriesAllows() {
        String text = " app.example.com |*.example.org| http://localhost:3000";

        assertThat(allows(text, "https://app.example.com/")).isTrue();
        assertThat(allows(text, "https://shop.example.org/")).isTrue();
        assertThat(allows(text, "http://localhost:3000/")).isTrue();
        assertThat(allows(text, "https://example.org/")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "APP.Example.com, app.example.com",
        "app.example.com:443, app.example.com",
        "app.example.com:80, app.example.com:80",
        "*.Example.com:443, *.example.com",
        "HTTP://LocalHost:3000, http://localhost:3000",
        "http://localhost:80, http://localhost",
        "http://localhost:443, http://localhost:443",
        "192.0.2.7:443, 192.0.2.7"
    })
    void normalisesAnEntryToItsKey(String entry, String normalised) {
        assertThat(AllowedDomain.parse(entry).normalised()).isEqualTo(normalised);
        assertThat(AllowedDomain.parse(normalised)).isEqualTo(AllowedDomain.parse(entry));
    }

    @Test
    void normalisesItsWholeTextAndKeepsTheOrder() {
        AllowedDomains domains = AllowedDomains.parse(" *.Example.org:443 | APP.example.com ");

        assertThat(domains.normalised()).isEqualTo("*.example.org|app.example.com");
        assertThat(domains.entries())
                .extracting(AllowedDomain::normalised)
                .containsExactly("*.example.org", "app.example.com");
    }

    @Test
    void distinguishesTheSchemesAsDifferentDomains() {
        assertThat(AllowedDomains.parse("app.example.com|http://app.example.com").entries())
                .hasSize(2);
    }

    @Test
    void ordersEntriesMostSpecificFirst() {
        assertThat(
                        Stream.of(
                                        "*.example.com",
                                        "a.io",
                                        "*.very.long.example.com",
                                        "app.example.com")
                                .map(AllowedDomain::parse)
                                .sorted())
                .extracting(AllowedDomain::normalised)
                .containsExactly(
                        "app.example.com", "a.io", "*.very.long.example.com", "*.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://app.example.com; write it without https://",
                "HTTPS://app.example.com; write it without https://",
                "ftp://app.example.com; only http:// may stand before the host",
                "http+x://app.example.com; only http:// may stand before the host",
                "app.example.com/; without a path",
                "app.example.com/path; without a path",
                "http://app.example.com/; without a path",
                "app.example.com?x; without a path",
                "app.example.com#x; without a path",
                "app.example.com\\x; without a path",
                "user@app.example.com; without a user name",
                "http://user:pw@app.example.com; without a user name",
                "\u4e2d\u56fd.example.com; punycode",
                "app\uff0eexample.com; punycode",
                "*; whole first label",
                "*.com; at least two labels behind it",
                "*.localhost; at least two labels behind it",
                "*.*.example.com; whole first label",
                "a.*.example.com; whole first label",
                "*app.example.com; whole first label",
                "app*.example.com; whole first label",
                "*example.com; whole first label",
                "**.example.com; whole first label",
                "app.example.com:*; whole first label",
                "*.192.0.2.7; an IP address takes no *",
                "*.0.2.7; an IP address takes no *",
                "http://*.192.0.2.7:80; an IP address takes no *",
                "[2001:db8::1]; IPv6",
                "app.example.com:; the port",
                "app.example.com:0; the port",
                "app.example.com:0443; the port",
                "app.example.com:65536; the port",
                "app.example.com:99999; the port",
                "app.example.com:http; the port",
                "http://localhost:; the port",
                "javascript:alert(1); the port",
                ".example.com; is not a host name",
                "app.example.com.; is not a host name",
                "app..example.com; is not a host name",
                "app_x.example.com; is not a host name",
                "-app.example.com; is not a host name",
                "app example.com; is not a host name",
                "app%2eexample.com; is not a host name",
                "192.0.2.256; is not a host name",
                "192.0.2.07; is not a host name",
                "192.519; is not a host name",
                "0x7f.1; is not a host name",
                "http://; is not a host name"
            })
    void refusesAnEntryNamingItAndTheReason(String entry, String reason) {
        assertThatThrownBy(() -> AllowedDomains.parse("shop.example.com|" + entry))
                .isInstanceOf(InvalidDomain.class)
                .hasMessageStartingWith("\"" + entry + "\": ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                "a.example.com|",
                "|a.example.com",
                "a.example.com||b.example.com",
                "a.example.com| "
            })
    void refusesEmptyEntries(String text) {
        assertThatThrownBy(() -> AllowedDomains.parse(text))
                .isInstanceOf(InvalidDomain.class)
                .hasMessageContaining("empty entry");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> AllowedDomains.parse("  ")).hasMessageContaining("at least one");
        assertThatThrownBy(() -> AllowedDomains.parse(null)).hasMessageContaining("at least one");
    }

    @Test
    void refusesTheSameDomainTwiceHoweverItIsSpelt() {
        assertThatThrownBy(() -> AllowedDomains.parse("app.example.com|APP.example.com:443"))
                .isInstanceOf(InvalidDomain.class)
                .hasMessage("\"APP.example.com:443\": is there twice");
    }

    @Test
    void refusesAnOverlongEntryAndShortensItInTheReason() {
        String entry = "a.".repeat(123) + "example.com";

        assertThatThrownBy(() -> AllowedDomains.parse(entry))
                .hasMessageContaining("longer than 253")
                .hasMessageNotContaining(entry);
    }

    private static boolean allows(String text, String address) {
        return new DomainTable<String>()
                .with(AllowedDomains.parse(text), text)
                .find(uri(address))
                .isPresent();
    }

    private static ApplicationUri uri(String address) {
        return ApplicationUri.read(address).orElseThrow();
    }
}
