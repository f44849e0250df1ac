package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, orders and pages of a list, with the list of apps as the example: section 4 of the contract. */
class AppListIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final String account = operator.openAccount();

    /** Apps named a, b, c, … of this account, in this order. */
    private ApiClient withApps(String... names) {
        for (var name : names) {
            ApiClient.created(operator.post("/api/app/", ApiClient.app(account, name, "app:read")));
        }
        return operator;
    }

    private Answer list(String query) {
        return operator.get("/api/app/?account_id=" + account + "&" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "name=beta, beta",
        "name__in=alpha%7Cgamma%7Cnobody, alpha gamma",
        "name__ne=beta, alpha gamma",
        "name__ne=beta%7Calpha, gamma",
        "name__gt=beta, gamma",
        "name__gte=beta, beta gamma",
        "name__lt=beta, alpha",
        "name__lte=beta, alpha beta",
        "name__gte=alpha&name__lt=gamma, alpha beta",
        "name=nobody, ''",
        "name=BETA, ''",
        "x__query=ALPH, alpha",
        "x__query=%25, ''",
        "x__query=eta, beta",
        "created__gt=2020-01-01T00:00:00Z, alpha beta gamma",
        "created__lt=2020-01-01T00:00:00Z, ''"
    })
    void filters(String query, String expected) {
        withApps("alpha", "beta", "gamma");

        var found = list(query + "&x__order_by=name");

        assertThat(String.join(" ", found.each("name"))).isEqualTo(expected);
        assertThat(found.json().getInt("count")).isEqualTo(found.results().size());
    }

    @ParameterizedTest
    @CsvSource({
        "x__order_by=name, a b c",
        "x__order_by=name__asc, a b c",
        "x__order_by=name__desc, c b a",
        "x__order_by=created__desc, a c b",
        "x__order_by=created__desc%7Cname, a c b",
        "'', b c a"
    })
    void orders(String query, String expected) {
        withApps("b", "c", "a");

        assertThat(String.join(" ", list(query).each("name"))).isEqualTo(expected);
    }

    @Test
    void pagesByNumber() {
        withApps("a", "b", "c", "d", "e");

        var first = list("x__order_by=name&x__limit=2");
        var last = list("x__order_by=name&x__limit=2&x__page=3");

        assertThat(first.json())
                .containsOnlyKeys(
                        "results", "count", "next", "next_token", "previous", "previous_token");
        assertThat(first.json().getInt("count")).isEqualTo(5);
        assertThat(first.json().getInt("next")).isEqualTo(2);
        assertThat(first.json().isNull("previous")).isTrue();
        assertThat(first.json().isNull("previous_token")).isTrue();
        assertThat(last.each("name")).containsExactly("e");
        assertThat(last.json().getInt("previous")).isEqualTo(2);
        assertThat(last.json().isNull("next")).isTrue();
        assertThat(last.json().isNull("next_token")).isTrue();
        assertThat(list("x__limit=2&x__page=9").results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name__desc", "created", "created__desc%7Cname"})
    void tokensLeadThroughTheWholeListForthAndBack(String order) {
        withApps("a", "b", "c", "d", "e", "f", "g");
        var query = "x__limit=3&x__order_by=" + order;

        var forth = new ArrayList<String>();
        var page = list(query);
        forth.addAll(page.each("name"));
        while (!page.json().isNull("next_token")) {
            page = list(query + "&x__token=" + page.json().getString("next_token"));
            forth.addAll(page.each("name"));
        }
        var back = new ArrayList<>(page.each("name"));
        while (!page.json().isNull("previous_token")) {
            page = list(query + "&x__token=" + page.json().getString("previous_token"));
            back.addAll(0, page.each("name"));
        }

        assertThat(forth).hasSize(7).doesNotHaveDuplicates();
        assertThat(back).isEqualTo(forth);
    }

    @Test
    void pagesStayWholeWhileRowsComeAndGo() {
        withApps("b", "d", "f", "h", "k");
        var query = "x__limit=2&x__order_by=name";
        var first = list(query);

        withApps("a", "c");
        operator.delete("/api/app/" + first.results().get(1).getString("resource_id"));
        var second = list(query + "&x__token=" + first.json().getString("next_token"));

        assertThat(first.each("name")).containsExactly("b", "d");
        assertThat(second.each("name")).containsExactly("f", "h");
    }

    @Test
    void anEmptyOptionIsNoOption() {
        withApps("a");

        var answer = list("x__order_by=&x__limit=&x__page=&x__token=&x__query=");

        assertThat(answer.each("name")).containsExactly("a");
    }

    @Test
    void listsFiftyUnlessToldOtherwise() {
        withApps(IntStream.range(0, 51).mapToObj(i -> "app " + i).toArray(String[]::new));

        assertThat(list("x__limit=").results()).hasSize(50);
        assertThat(list("x__limit=500").results()).hasSize(51);
    }

    @ParameterizedTest
    @CsvSource({
        "x__limit=501, x__limit",
        "x__limit=0, x__limit",
        "x__limit=-1, x__limit",
        "x__limit=ten, x__limit",
        "x__page=0, x__page",
        "x__page=99999999999999999999, x__page",
        "x__token=nonsense, x__token",
        "x__token=WzEsMF0, x__token",
        "x__order_by=colour, x__order_by",
        "x__order_by=name__up, x__order_by",
        "x__size=1, x__size",
        "colour=red, colour",
        "name__like=a, name__like",
        "name=a&name=b, name",
        "created__gt=yesterday, created__gt",
        "client_secret=x, client_secret",
        "secretHash=x, secretHash"
    })
    void namesFaultyOptions(String query, String field) {
        expect(list(query)).isRefused(400, "invalid_request").naming(field);
    }

    @Test
    void aTokenBelongsToItsOrder() {
        withApps("a", "b", "c");
        var token = list("x__limit=1&x__order_by=name").json().getString("next_token");

        expect(list("x__order_by=created&x__token=" + token)).isRefused(400).naming("x__token");
    }
}
