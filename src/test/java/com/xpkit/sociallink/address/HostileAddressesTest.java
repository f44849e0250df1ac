package com.xpkit.sociallink.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The browser decides here, not our own parser: the browser will go to the address.
 */
class HostileAddressesTest {

    private static final List<BrowserView> ADDRESSES = BrowserView.recorded();

    /** Each entry, and the origins that it allows according to the contract. */
    private static final Map<String, Predicate<String>> ENTRIES =
            Map.of(
                    "app.example.com", "https://app.example.com"::equals,
                    "app.example.com:8443", "https://app.example.com:8443"::equals,
                    "*.example.com", origins("https://.+\\.example\\.com"),
                    "*.app.example.com", origins("https://.+\\.app\\.example\\.com"),
                    "http://localhost:3000", "http://localhost:3000"::equals,
                    "http://*.dev.example.com", origins("http://.+\\.dev\\.example\\.com"),
                    "http://192.0.2.7", "http://192.0.2.7"::equals);

    private static Predicate<String> origins(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    @Test
    void holdsManyHostileAndManyHonestAddresses() {
        assertThat(ADDRESSES).filteredOn(view -> !view.plain()).hasSizeGreaterThan(300);
        assertThat(ADDRESSES).filteredOn(BrowserView::plain).hasSizeGreaterThan(40);
    }

    @Test
    void readsEveryAcceptedAddressWithTheBrowsersOrigin() {
        forEachAccepted(
                (view, uri) -> {
                    assertThat(view.failed()).as("%s", view).isFalse();
                    assertThat(uri.scheme() + ":").as("%s", view).isEqualTo(view.protocol());
                    assertThat(uri.host()).as("%s", view).isEqualTo(view.hostname());
                    assertThat(uri.port()).as("%s", view).isEqualTo(effectivePort(view));
                });
    }

    @Test
    void allowsOnlyWhereTheBrowserGoesToAnAllowedOrigin() {
        ENTRIES.forEach(
                (entry, opens) ->
                        assertThat(ADDRESSES)
                                .filteredOn(view -> isAllowed(entry, view))
                                .as(entry)
                                .isNotEmpty()
                                .allMatch(view -> !view.failed() && opens.test(view.origin())));
    }

    @Test
    void refusesWhatTheBrowserCannotReadOrTakesElsewhere() {
        ENTRIES.forEach(
                (entry, opens) ->
                        assertThat(ADDRESSES)
                                .filteredOn(view -> view.failed() || !opens.test(view.origin()))
                                .as(entry)
                                .isNotEmpty()
                                .noneMatch(view -> isAllowed(entry, view)));
    }

    @Test
    void allowsEveryHonestAddressByExactlyTheEntriesThatOpenItsOrigin() {
        List<BrowserView> honest = ADDRESSES.stream().filter(BrowserView::plain).toList();

        assertThat(honest)
                .allMatch(
                        view ->
                                ENTRIES.keySet().stream()
                                        .anyMatch(entry -> isAllowed(entry, view)));
        ENTRIES.forEach(
                (entry, opens) ->
                        assertThat(honest)
                                .allMatch(
                                        view ->
                                                isAllowed(entry, view)
                                                        == opens.test(view.origin())));
    }

    @Test
    void spellsEveryAcceptedAddressAsTheBrowserDoesWhereAUriCan() {
        forEachAccepted(
                (view, uri) -> assertThat(uri).as("%s", view).hasToString(view.hrefAsUri()));
    }

    /** Accepts all of them, so that every refusal has a reason that the browser's answer shows. */
    @Test
    void takesAnythingAfterThePathOfAnHonestOrigin() {
        assertThat(ADDRESSES)
                .filteredOn(
                        view -> view.address().matches("https://app\\.example\\.com/?[?#][ -~]*"))
                .filteredOn(view -> !view.address().endsWith(" "))
                .filteredOn(view -> view.address().length() <= 2_000)
                .filteredOn(view -> Escapes.areUtf8(view.address()))
                .hasSizeGreaterThan(200)
                .allMatch(view -> isAllowed("app.example.com", view));
    }

    @Test
    void addsNothingButTheParameterToWhatTheBrowserSends() {
        forEachAccepted(
                (view, uri) -> {
                    String linked = uri.with("profile_id", "2f6d");

                    assertThat(linked).as("%s", view).containsOnlyOnce("profile_id=2f6d");
                    assertThat(withoutParameter(linked, view))
                            .as("%s", view)
                            .isEqualTo(view.hrefAsUri());
                });
    }

    @Test
    void givesOutOnlyWhatEveryServersRedirectCanHold() {
        forEachAccepted(
                (view, uri) -> {
                    String linked = uri.with("profile_id", "2f6d");

                    assertThat(linked).matches("[!-~]+");
                    assertThat(URI.create(linked).getHost()).isEqualTo(view.hostname());
                });
    }

    @Test
    void readsItsOwnSpellingAgain() {
        forEachAccepted(
                (view, uri) -> assertThat(ApplicationUri.read(uri.toString())).contains(uri));
    }

    /** Removes the parameter, the sign that joined it, and the {@code #} of an address without one. */
    private static String withoutParameter(String linked, BrowserView view) {
        String query = view.hrefWithoutFragment();
        boolean hadQuery = query.contains("?");
        boolean hadEmptyQuery = query.endsWith("?") && query.indexOf('?') == query.length() - 1;
        String joined = !hadQuery ? "?" : hadEmptyQuery ? "" : "&";
        String ours = joined + "profile_id=2f6d" + (view.hasFragment() ? "" : "#");
        return linked.replace(ours, "");
    }

    private static int effectivePort(BrowserView view) {
        if (view.port().isEmpty()) {
            return view.protocol().equals("https:") ? 443 : 80;
        }
        return Integer.parseInt(view.port());
    }

    private static boolean isAllowed(String entry, BrowserView view) {
        return ApplicationUri.read(view.address())
                .flatMap(new DomainTable<String>().with(AllowedDomains.parse(entry), entry)::find)
                .isPresent();
    }

    private static void forEachAccepted(BiConsumer<BrowserView, ApplicationUri> check) {
        ADDRESSES.forEach(
                view ->
                        ApplicationUri.read(view.address())
                                .ifPresent(uri -> check.accept(view, uri)));
    }
}
