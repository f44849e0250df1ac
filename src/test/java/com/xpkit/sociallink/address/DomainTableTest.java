package com.xpkit.sociallink.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTableTest {

    private final DomainTable<String> table =
            new DomainTable<String>()
                    .with(AllowedDomains.parse("*.example.com|192.0.2.7"), "wide")
                    .with(AllowedDomains.parse("*.shop.example.com"), "narrow")
                    .with(AllowedDomains.parse("a.shop.example.com|http://intranet"), "exact")
                    .with(AllowedDomains.parse("*.example.com:8443"), "other port");

    @ParameterizedTest
    @CsvSource({
        "https://a.shop.example.com/x, exact",
        "https://A.SHOP.example.com:443, exact",
        "https://b.shop.example.com, narrow",
        "https://c.a.shop.example.com, narrow",
        "https://shop.example.com, wide",
        "https://app.example.com:8443, other port",
        "https://192.0.2.7, wide",
        "http://intranet, exact"
    })
    void findsTheMostSpecificDomain(String address, String meant) {
        assertThat(find(address)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com",
        "http://a.shop.example.com",
        "https://a.shop.example.com:8444",
        "https://evilexample.com",
        "https://example.com.evil.org",
        "https://192.0.2.70",
        "https://intranet",
        "https://com"
    })
    void findsNothingElse(String address) {
        assertThat(find(address)).isEmpty();
    }

    @Test
    void leavesADomainToTheFirstThatClaimsIt() {
        table.with(AllowedDomains.parse("*.example.com"), "late");

        assertThat(find("https://app.example.com")).contains("wide");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.shop.example.org, a.shop.example.org",
        "https://b.shop.example.org, *.shop.example.org",
        "https://c.example.org, *.example.org"
    })
    void findsTheMostSpecificEntryOfOneConfiguration(String address, String entry) {
        for (var each : List.of("*.example.org", "*.shop.example.org", "a.shop.example.org")) {
            table.with(AllowedDomains.parse(each), each);
        }

        assertThat(find(address)).contains(entry);
        assertThat(find("https://example.org")).isEmpty();
    }

    /** A look at each domain for each visitor took 10 ms with 8,000 domains, and a minute in total here. */
    @Test
    void looksAtAFewDomainsOnlyHoweverManyThereAre() {
        for (int i = 0; i < 300; i++) {
            table.with(AllowedDomains.parse(many(i)), "many " + i);
        }
        var uri = uri("https://no-such-host.example.net");
        IntStream.range(0, 2_000).forEach(i -> table.find(uri));

        var begun = System.nanoTime();
        IntStream.range(0, 1_000).forEach(i -> table.find(uri));

        var passed = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(passed).as("for 1,000 visitors").isLessThan(Duration.ofSeconds(1));
        assertThat(find("https://h7.d299.example.org")).contains("many 299");
    }

    private static String many(int mark) {
        return IntStream.range(0, 200)
                .mapToObj(i -> "h%d.d%d.example.org".formatted(i, mark))
                .collect(Collectors.joining("|"));
    }

    private Optional<String> find(String address) {
        return table.find(uri(address));
    }

    private static ApplicationUri uri(String address) {
        return ApplicationUri.read(address).orElseThrow();
    }
}
