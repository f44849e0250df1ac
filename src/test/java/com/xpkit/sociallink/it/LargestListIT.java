package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest lists that the shipped limits allow, on the database of the run. */
class LargestListIT extends OnAServer {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Tenant tenant = Service.tenant();

    @Test
    void answersFiftyConditionsOnMembersWithFiveHundredValues() {
        var wanted = tenant.profile(members(49, "v499"));
        tenant.profile(members(48, "v499"));
        tenant.profile(members(49, "v500"));
        var query = conditions(49) + "&last__in=" + numbered("v%d", "|", 500);

        var begin = System.nanoTime();

        assertThat(tenant.find(query)).containsExactly(wanted);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void answersFiftyConditionsOfWhichNoneMayHold() {
        var wanted = tenant.profile("{}");
        tenant.profile(members(1, "v1"));

        var begin = System.nanoTime();

        assertThat(tenant.find(numbered("m%d__ne=a", "&", 50))).containsExactly(wanted);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void pagesThroughAnOrderOfTenMembersForthAndBack() {
        var first = tenant.profile(members(10, "a"));
        var second = tenant.profile(members(9, "b").replace("}", ",'m9':'b'}"));
        var third = tenant.profile(members(9, "c").replace("}", ",'m9':'c'}"));
        var query = "x__limit=1&x__order_by=" + numbered("m%d", "|", 10);

        var forth = pages(query, "next_token");
        var back =
                pages(
                        query + "&x__token=" + forth.get(2).json().getString("previous_token"),
                        "previous_token");

        assertThat(ids(forth)).containsExactly(first, second, third);
        assertThat(ids(back)).containsExactly(second, first);
    }

    private List<Answer> pages(String query, String direction) {
        var pages = new ArrayList<Answer>();
        pages.add(page(query));
        while (!pages.get(pages.size() - 1).json().isNull(direction)) {
            var token = pages.get(pages.size() - 1).json().getString(direction);
            pages.add(page(query.replaceFirst("&x__token=.*", "") + "&x__token=" + token));
        }
        return pages;
    }

    private Answer page(String query) {
        var begin = System.nanoTime();
        var answer = tenant.list(query);
        expect(answer).has(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        return answer;
    }

    private static List<String> ids(List<Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.results().stream())
                .map(found -> found.getString("resource_id"))
                .toList();
    }

    private static String members(int number, String last) {
        return "{" + numbered("'m%d':'a'", ",", number) + ",'last':'" + last + "'}";
    }

    private static String conditions(int number) {
        return numbered("m%d=a", "&", number);
    }

    private static String numbered(String each, String between, int number) {
        return IntStream.range(0, number)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(between));
    }
}
