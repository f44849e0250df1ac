package com.xpkit.sociallink.address;

import static org.assertj.core.api.Assertions.assertThat;

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
    void findsNothingBesides(String address) {
        assertThat(find(address)).isEmpty();
    }

    @Test
    void leavesADomainToWhoeverHasItFirst() {
        table.with(AllowedDomains.parse("*.example.com"), "late");

        assertThat(find("https://app.example.com")).contains("wide");
    }

    /** What a list of entries finds, found in another way. */
    @Test
    void agreesWithTheEntriesThemselves() {
        var domains =
                AllowedDomains.parse("*.b.c.example|*.c.example|a.b.c.example|b.c.example:81");
        var same = new DomainTable<AllowedDomain>();
        domains.entries().forEach(each -> same.with(AllowedDomains.parse(each.normalised()), each));

        for (var host :
                List.of("a.b.c.example", "x.b.c.example", "b.c.example", "c.example", "example")) {
            for (var port : List.of("", ":81", ":443")) {
                var uri = uri("https://" + host + port);
                assertThat(same.find(uri)).as(host + port).isEqualTo(domains.match(uri));
            }
        }
    }

    /** The old search looked at each domain for each visitor: 12,000 of them took milliseconds. */
    @Test
    void looksAtAFewDomainsOnlyHoweverManyThereAre() {
        for (int i = 0; i < 300; i++) {
            table.with(AllowedDomains.parse(many(i)), "many " + i);
        }
        var uri = uri("https://no-such-host.example.net");
        IntStream.range(0, 20_000).forEach(i -> table.find(uri));

        var begun = System.nanoTime();
        IntStream.range(0, 10_000).forEach(i -> table.find(uri));

        assertThat(System.nanoTime() - begun).as("for 10,000 visitors").isLessThan(1_000_000_000L);
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
