package com.xpkit.sociallink.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Addresses;
import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import java.net.URI;
import org.junit.jupiter.api.Test;

class AddressFuzzTest {

    private static final String DOMAIN = "app.example.com";

    @Test
    void anApplicationUriIsReadAgainAndHasTheHostThatOthersSee() {
        Fuzz.check(
                "application-uri",
                choices -> Addresses.application(choices, DOMAIN),
                text ->
                        ApplicationUri.read(text)
                                .ifPresent(
                                        uri -> {
                                            assertThat(ApplicationUri.read(uri.toString()))
                                                    .contains(uri);
                                            goesTo(uri, URI.create(uri.toString()));
                                            goesTo(uri, URI.create(uri.with("profile_id", "a b")));
                                        }));
    }

    private static void goesTo(ApplicationUri uri, URI seen) {
        assertThat(seen.getScheme()).isEqualTo(uri.scheme());
        assertThat(seen.getHost()).isEqualTo(uri.host());
        assertThat(seen.getRawUserInfo()).isNull();
        assertThat(seen.toString()).matches("[!-~]+");
    }

    @Test
    void aParameterOfOursOccursOnce() {
        Fuzz.check(
                "own-parameter",
                choices -> Addresses.application(choices, DOMAIN),
                text ->
                        ApplicationUri.read(text)
                                .map(uri -> URI.create(uri.with("profile_id", "x")).getRawQuery())
                                .ifPresent(
                                        query ->
                                                assertThat(Query.of(query).single("profile_id"))
                                                        .contains("x")));
    }

    @Test
    void anAllowedDomainIsReadAgain() {
        Fuzz.check(
                "domains",
                choices ->
                        Texts.tampered(
                                choices,
                                choices.of(
                                        DOMAIN,
                                        "*." + DOMAIN + "|http://localhost:3000",
                                        "[::1]:8443|192.0.2.7",
                                        "HTTP://*.Bücher.example:80")),
                text -> {
                    try {
                        var domains = AllowedDomains.parse(text);
                        var again = AllowedDomains.parse(domains.normalised());
                        assertThat(again.normalised()).isEqualTo(domains.normalised());
                    } catch (InvalidDomain invalid) {
                        assertThat(invalid.getMessage()).hasSizeLessThan(500);
                    }
                });
    }

    @Test
    void aQueryIsReadWhateverItContains() {
        Fuzz.check(
                "query",
                choices -> {
                    var query = new StringBuilder();
                    for (int i = choices.below(6); i > 0; i--) {
                        query.append(choices.of("code", "state", "flow", Texts.any(choices)));
                        query.append(choices.of("=", "", "==", "&"));
                        query.append(Addresses.encoded(choices, Texts.any(choices))).append('&');
                    }
                    return query.toString();
                },
                raw -> {
                    var query = Query.of(raw);
                    query.parameters().forEach(QueryParameter::name);
                    for (var name : new String[] {"code", "state", "flow"}) {
                        assertThat(query.single(name).isPresent() && !query.has(name)).isFalse();
                    }
                });
    }
}
