package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every list accepts: operators that exist, and times in any notation. */
class ListIT extends OnAServer {

    private final ApiClient operator = Service.operator();
    private final Tenant tenant = Service.tenant();

    private Stream<String> lists() {
        var of = "?account_id=" + tenant.account() + "&";
        return Stream.of(
                "/api/account/?",
                "/api/app/" + of,
                "/api/configuration/" + of,
                "/api/job/" + of,
                "/api/profile/" + of,
                "/api/profile/duplicates/" + of,
                "/api/profile/" + tenant.profile("{}") + "/merges/?");
    }

    private Stream<String> listsOfFixedFields() {
        return lists().filter(list -> !list.startsWith("/api/profile/?"));
    }

    // operators

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email__contains",
                "created__between",
                "created__",
                "created__GTE",
                "age__gt_",
                "a.b__zz",
                "x__foo",
                "__in"
            })
    void namesAnOperatorThatDoesNotExist(String parameter) {
        lists().forEach(
                        list ->
                                expect(operator.get(list + parameter + "=5"))
                                        .isRefused(400, "invalid_request")
                                        .naming(parameter));
    }

    @Test
    void saysWhichOperatorsThereAre() {
        var refused = tenant.list("email__contains=x");

        assertThat(refused.body())
                .contains("__in", "__ne", "__gt", "__gte", "__lt", "__lte")
                .contains("email__contains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created__descending", "created__", "created__gt", "nothing__DESC"})
    void namesADirectionThatDoesNotExist(String order) {
        lists().forEach(
                        list ->
                                expect(operator.get(list + "x__order_by=" + order))
                                        .isRefused(400, "invalid_request")
                                        .naming("x__order_by"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page_size", "limit", "page", "offset", "sort", "q"})
    void refusesOtherApisOptionsWhereTheFieldsAreKnown(String name) {
        listsOfFixedFields()
                .forEach(
                        list ->
                                expect(operator.get(list + name + "=5"))
                                        .isRefused(400)
                                        .naming(name));
    }

    @Test
    void takesOtherApisOptionsForMembersOfProfiles() {
        var id = tenant.profile("{'limit':5,'page_size':10}");
        tenant.profile("{'limit':6}");

        assertThat(tenant.find("limit=5")).containsExactly(id);
        assertThat(tenant.find("page_size__gt=9")).containsExactly(id);
    }

    @Test
    void asksAMemberWithUnderscoresInItsNameByAnOperator() {
        var five = tenant.profile("{'shoe__size':5}");
        var six = tenant.profile("{'shoe__size':6}");

        expect(tenant.list("shoe__size=5")).isRefused(400).naming("shoe__size");
        assertThat(tenant.find("shoe__size__in=5")).containsExactly(five);
        assertThat(tenant.find("shoe__size__gt=5")).containsExactly(six);
        assertThat(tenant.find("x__order_by=shoe__size__desc")).containsExactly(six, five);
        expect(tenant.list("x__order_by=shoe__size")).isRefused(400).naming("x__order_by");
    }

    @Test
    void refusesNamesThatNoMemberMayHave() {
        expect(tenant.list("_xpkit_id=5")).isRefused(400).naming("_xpkit_id");
        expect(tenant.list("x__order_by=_xpkit_id")).isRefused(400).naming("x__order_by");
    }

    // times

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-01-02T03:04:05Z",
                "2026-01-02t03:04:05z",
                "2026-01-02T03:04Z",
                "2026-01-02T03:04:05.123456789Z",
                "2026-01-02T03:04:05+08:00",
                "2026-01-02T03:04:05%2B08:00",
                "2026-01-02T03:04:05%2B0800",
                "2026-01-02T03:04:05+08",
                "2026-01-02T03:04:05-05:30"
            })
    void takesATimeInEveryList(String time) {
        lists().forEach(
                        list -> {
                            expect(operator.get(list + "created__gte=" + time)).has(200);
                            expect(operator.get(list + "last_modified__lt=" + time)).has(200);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05",
                "2026-01-02%2003:04:05Z",
                "2026-01",
                "2026-02-30",
                "2026-01-02T24:00:00Z",
                "2026-01-02T03:04:60Z",
                "2026-01-02T03:04:05,5Z",
                "2026-01-02T03:04:05Z+08:00",
                "20260102",
                "1767322800",
                "today"
            })
    void saysWhatATimeIs(String text) {
        lists().forEach(
                        list -> {
                            var refused = operator.get(list + "created__gte=" + text);
                            expect(refused).isRefused(400).naming("created__gte");
                            assertThat(refused.body()).contains("2026-01-02T03:04:05+08:00");
                        });
    }

    @Test
    void findsProfilesByTheMomentOfTheirCreationHoweverItIsWritten() {
        var created = tenant.create("{}");
        var moment = java.time.Instant.parse(created.resource().getString("created"));
        var there = moment.atOffset(java.time.ZoneOffset.ofHours(8)).toString();
        var day = moment.toString().substring(0, 10);

        assertThat(tenant.find("created=" + there)).containsExactly(created.id());
        assertThat(tenant.find("created__in=" + day + "|" + there)).containsExactly(created.id());
        assertThat(tenant.find("created__ne=" + there)).isEmpty();
        assertThat(tenant.find("created__gte=" + day)).containsExactly(created.id());
        assertThat(tenant.find("created__lt=" + day)).isEmpty();
        assertThat(tenant.find("created__gt=" + there)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // raw plus: a blank when it arrives
                "visited__gte=2026-01-02T03:04:05+08:00; same,z,day2,day3",
                "visited__gt=2026-01-02T03:04:05+08:00; day2,day3",
                "visited__lt=2026-01-02T03:04:05+08:00; day1",
                "visited__lte=2026-01-02T03:04:05+08:00; day1,same,z",
                "visited=2026-01-02T03:04:05+08:00; same,z",
                "visited=2026-01-01T19:04:05Z; same,z",
                "visited__in=2026-01-01|2026-01-02T03:04:05+08:00; day1,same,z",
                "visited__ne=2026-01-01|2026-01-02T03:04:05+08:00; day2,day3,local,soon",
                "visited__gte=2026-01-02; day2,day3",
                "visited__gt=2026-01-02; day3",
                "visited__lt=2026-01-02; day1,same,z",
                "visited__lte=2026-01-02; day1,day2,same,z",
                "visited=2026-01-02; day2",
                "visited=2026-01-02T08:00:00+08:00; day2",
                "visited__gte=2026-01-02T00:00:00.000000001Z; day3",
                "visited__lt=2026-01-02T00:00:00.000000001Z; day1,day2,same,z",
                "visited__gte=0001-01-01; day1,day2,day3,same,z",
                "visited__lte=9999-12-31T23:59:59-18:00; day1,day2,day3,same,z",
                "visited__gt=9999-12-31T23:59:59-18:00; ''",
                // texts, not times
                "visited__gte=2026-01-02T03:04:05; day3,local,same,soon",
                "visited__gte=s; soon",
                "visited=soon; soon"
            })
    void comparesMomentsOfAnyMemberAsMoments(String query, String names) {
        var ids = visits();

        var found = tenant.find(query).stream().map(ids::get).sorted().toList();

        assertThat(found).containsExactlyElementsOf(new TreeSet<>(named(names)));
    }

    private static List<String> named(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    private Map<String, String> visits() {
        var visits =
                Map.of(
                        "same", "2026-01-02T03:04:05+08:00",
                        "z", "2026-01-01T19:04:05Z",
                        "day1", "2026-01-01",
                        "day2", "2026-01-02",
                        "day3", "2026-01-03",
                        "local", "2026-01-02T03:04:05",
                        "soon", "soon");
        var ids = new HashMap<String, String>();
        visits.forEach(
                (name, visited) -> ids.put(tenant.profile("{'visited':'" + visited + "'}"), name));
        return ids;
    }

    @Test
    void knowsATimeHoweverItWasStored() {
        for (var stored :
                List.of(
                        "2026-01-02T11:04:05+08:00",
                        "2026-01-02T11:04:05+0800",
                        "2026-01-02T11:04:05+08",
                        "2026-01-02t03:04:05z")) {
            tenant.profile("{'visited':'" + stored + "'}");
        }

        assertThat(tenant.find("visited=2026-01-02T03:04:05Z")).hasSize(4);
        assertThat(tenant.find("visited__gte=2026-01-02T03:04:05Z")).hasSize(4);
        assertThat(tenant.find("visited__gt=2026-01-02T03:04:05Z")).isEmpty();
    }
}
