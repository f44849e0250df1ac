package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Tenant.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles over the API: sections 2 and 4 of the contract. */
class ProfileIT extends OnAServer {

    private static final String WHOLE =
            """
            {'wechat_openid':['oA','oa'],'gender':'Male','address':{'city':'广州','street':'Main 1','zip':510000},
             'social':[{'type':'wechat','openid':'oA','nickname':'小明😀','headimgurl':'https://x/1','app_id':'wx1',
                        'unionid':'u1','note':{'a':[1]}},
                       {'type':'facebook','openid':'f1','likes':7}],
             'email':['b@example.com','a@example.com'],'qr_code':['Q1'],'rfid':[],
             'first_name':'明','language':null,'flags':[true,false,null,[],{}],'deep':{'x':{'y.z':''}},
             'emoji😀':'𝒳','number':0.1,'large':123456789012345678901234567890.123456789,'e':1E+400}""";

    private final Tenant tenant = Service.tenant();

    // one profile

    @Test
    void givesAProfileBackAsItCame() {
        var created = tenant.create(WHOLE);

        assertThat(created.json()).containsOnlyKeys("resource", "resource_id", "resource_url");
        assertThat(created.header("Location"))
                .hasValue("/api/profile/" + UUID.fromString(created.id()) + "/");
        assertThat(members(created)).isEqualTo(object(WHOLE));
        assertThat(members(tenant.read(created.id()))).isEqualTo(object(WHOLE));
        assertThat(tenant.read(created.id()).body()).contains("1E+400").contains(".123456789");
    }

    private static JsonObject members(Answer answer) {
        return Json.createObjectBuilder(answer.resource())
                .remove("created")
                .remove("last_modified")
                .build();
    }

    @Test
    void takesAProfileWithoutAnything() {
        for (var body : List.of("{}", "")) {
            assertThat(members(tenant.create(body)))
                    .isEqualTo(
                            object(
                                    "{'wechat_openid':[],'social':[],'email':[],'qr_code':[],'rfid':[]}"));
        }
    }

    @Test
    void takesBackWhatItGave() {
        var created = tenant.create(WHOLE);

        var again =
                tenant.replace(
                        created.id(), created.resource().toString(), "If-Match", created.etag());

        expect(again).has(200);
        assertThat(again.resource()).isEqualTo(created.resource());
        assertThat(again.etag()).as("nothing has changed").isEqualTo(created.etag());
    }

    @Test
    void aPutReplacesAndAPatchMerges() {
        var id =
                tenant.profile(
                        "{'email':['a@x','b@x'],'gender':'Male','a':{'b':1,'c':2},'d':[1,2]}");

        var patched =
                tenant.patch(
                        id, "{'a':{'b':null,'e':3},'d':[3],'gender':null,'email':['b@x','c@x']}");
        assertThat(members(patched))
                .isEqualTo(
                        object(
                                "{'wechat_openid':[],'social':[],'email':['b@x','c@x'],'qr_code':[],'rfid':[],"
                                        + "'a':{'c':2,'e':3},'d':[3]}"));

        var replaced = tenant.replace(id, "{'f':1}");
        assertThat(members(replaced))
                .isEqualTo(
                        object(
                                "{'wechat_openid':[],'social':[],'email':[],'qr_code':[],'rfid':[],'f':1}"));
        assertThat(replaced.resource().getString("created"))
                .isEqualTo(patched.resource().getString("created"));
    }

    @Test
    void aChangeShowsInTheTimeAndTheTag() {
        var created = tenant.create("{'a':1}");

        var changed = tenant.patch(created.id(), "{'a':2}");

        assertThat(changed.etag()).isNotEqualTo(created.etag());
        assertThat(changed.resource().getString("last_modified"))
                .isGreaterThan(created.resource().getString("last_modified"));
        assertThat(tenant.read(created.id()).etag()).isEqualTo(changed.etag());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{'x__a':1}; x__a",
                "{'_xpkit_a':1}; _xpkit_a",
                "{'email':'a@x'}; email",
                "{'email':['a@x',1]}; email",
                "{'rfid':[' ']}; rfid",
                "{'gender':1}; gender",
                "{'address':[]}; address",
                "{'address':{'city':1}}; address.city",
                "{'social':{}}; social",
                "{'social':[1]}; social",
                "{'social':[{'openid':1}]}; social.openid",
                "{'account_id':1}; account_id",
                "{'account_id':'2f6d1c60-0000-4000-8000-000000000000'}; account_id"
            })
    void namesTheMemberThatItCannotTake(String body, String member) {
        expect(tenant.send("POST", "/api/profile/", body))
                .isRefused(400, "invalid_request")
                .naming(member);
    }

    @Test
    void noValueIsInTwoProfilesOfAnAccount() {
        var first = tenant.profile("{'email':['a@x'],'rfid':['1'],'wechat_openid':['oA']}");
        var second = tenant.profile("{'email':['A@x'],'rfid':['2'],'wechat_openid':['oa']}");

        expect(tenant.send("POST", "/api/profile/", "{'rfid':['2','3'],'email':['a@x']}"))
                .isRefused(409, "conflict")
                .naming("rfid", "email");
        var refused = tenant.patch(second, "{'wechat_openid':['oa','oA'],'b':1}");
        expect(refused).isRefused(409, "conflict").naming("wechat_openid");
        assertThat(refused.body()).contains(first);
        assertThat(tenant.read(second).resource())
                .as("nothing is half written")
                .doesNotContainKey("b");
        assertThat(Service.tenant().profile("{'email':['a@x']}")).as("another account").isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"oAbC😀, oabc😀", "é, e", "ß, ss", "😀, 😁", "𠮷, 吉", "'R', 'R '"})
    void valuesThatDifferInAnyCharacterAreOfTwoProfiles(String one, String other) {
        for (var kind : List.of("wechat_openid", "rfid")) {
            var first = tenant.profile("{'%s':['%s']}".formatted(kind, one));
            var second = tenant.profile("{'%s':['%s']}".formatted(kind, other));

            assertThat(tenant.find(kind + "=" + ApiClient.encode(one))).containsExactly(first);
            assertThat(tenant.find(kind + "=" + ApiClient.encode(other))).containsExactly(second);
        }
    }

    @Test
    void findsByNamesAndValuesOfAnyCharacters() {
        var found = tenant.profile("{'😀':{'𝒳':'𠮷野家'}}");
        tenant.profile("{'😁':{'𝒳':'𠮷野家'}}");
        tenant.profile("{'😀':{'𝒳':'吉野家'}}");

        assertThat(tenant.find(ApiClient.encode("😀.𝒳") + "=" + ApiClient.encode("𠮷野家")))
                .containsExactly(found);
    }

    @Test
    void aValueThatIsFreeAgainCanBeTaken() {
        var first = tenant.profile("{'email':['a@x']}");
        tenant.replace(first, "{}");
        var second = tenant.profile("{'email':['a@x']}");
        tenant.erase(second);

        expect(tenant.patch(first, "{'email':['a@x']}")).has(200);
    }

    @Test
    void ofTwoWritersOneWins() {
        for (int round = 0; round < 10; round++) {
            var created = tenant.create("{'n':0,'email':['%d@x']}".formatted(round));
            var writes =
                    IntStream.range(1, 5)
                            .mapToObj(
                                    n ->
                                            "{'n':%d,'m':{'k':%d},'rfid':['%s']}"
                                                    .formatted(n, n, created.id() + n))
                            .map(
                                    body ->
                                            CompletableFuture.supplyAsync(
                                                    () ->
                                                            tenant.patch(
                                                                    created.id(),
                                                                    body,
                                                                    "If-Match",
                                                                    created.etag())))
                            .toList();
            var answers = writes.stream().map(CompletableFuture::join).toList();

            assertThat(answers)
                    .extracting(Answer::status)
                    .containsOnlyOnce(200)
                    .isSubsetOf(200, 409, 412);
            var stored = tenant.read(created.id()).resource();
            var n = stored.getInt("n");
            assertThat(stored.getJsonObject("m").getInt("k")).isEqualTo(n);
            assertThat(stored.getJsonArray("rfid")).hasToString("[\"" + created.id() + n + "\"]");
            assertThat(tenant.find("m.k=" + n + "&resource_id=" + created.id())).hasSize(1);
            assertThat(tenant.find("m.k__ne=" + n + "&resource_id=" + created.id())).isEmpty();
        }
    }

    @Test
    void writersWithoutATagOverwriteEachOtherWhollyOrAreRefused() {
        var id = tenant.profile("{}");
        var answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                n ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        tenant.replace(
                                                                id,
                                                                "{'a':%d,'b':[%d]}"
                                                                        .formatted(n, n))))
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409);
        var stored = tenant.read(id).resource();
        assertThat(stored.getJsonArray("b").getInt(0)).isEqualTo(stored.getInt("a"));
    }

    // create-update

    @ParameterizedTest
    @ValueSource(strings = {"wechat_openid", "email", "qr_code", "rfid"})
    void findsAProfileByAnyOfItsValuesOrMakesIt(String kind) {
        var made =
                tenant.createOrUpdate("{'%s':['1'],'a':1,'t':['x'],'o':{'p':1}}".formatted(kind));
        var found =
                tenant.createOrUpdate(
                        "{'%s':['2','1'],'a':2,'t':['y','x'],'o':{'q':2}}".formatted(kind));

        expect(made).has(201);
        expect(found).has(200);
        assertThat(found.id()).isEqualTo(made.id());
        assertThat(found.resource().getJsonArray(kind)).hasToString("[\"1\",\"2\"]");
        assertThat(found.resource().getJsonArray("t")).hasToString("[\"x\",\"y\"]");
        assertThat(found.resource().getInt("a")).isEqualTo(2);
        assertThat(found.resource().getJsonObject("o")).hasToString("{\"p\":1,\"q\":2}");
    }

    @Test
    void refusesToUpdateTwoProfilesAtOnce() {
        var one = tenant.profile("{'email':['a@x']}");
        var two = tenant.profile("{'rfid':['1']}");

        var refused = tenant.createOrUpdate("{'email':['a@x'],'rfid':['1'],'n':1}");

        expect(refused).isRefused(409, "conflict").naming("email", "rfid");
        assertThat(refused.body()).contains(one).contains(two);
        assertThat(tenant.find("n=1")).isEmpty();
    }

    @Test
    void makesOneProfileHoweverManyAskAtOnce() {
        var ids = new HashSet<String>();
        var asked =
                IntStream.range(0, 8)
                        .mapToObj(
                                n ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        tenant.createOrUpdate(
                                                                "{'email':['a@x'],'tags':['%d']}"
                                                                        .formatted(n))))
                        .toList();

        asked.stream()
                .map(CompletableFuture::join)
                .filter(a -> a.status() < 300)
                .forEach(a -> ids.add(a.id()));

        assertThat(ids).hasSize(1);
        assertThat(asked).extracting(a -> a.join().status()).isSubsetOf(200, 201, 409);
        assertThat(tenant.find("email=a@x")).hasSize(1);
    }

    // lists

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "age=5; number,text5",
                "age=5.0; number",
                "age=5e0; number",
                "age__gt=10; text5,text9",
                "age__gt=4; number,ten,text5,text9",
                "age__gte=5; number,ten,text5,text9",
                "age__lt=5; less,text10",
                "age__lte=5; less,number,text10,text5",
                "age__in=5|10; number,ten,text10,text5",
                "age__ne=5|10; later,less,none,odd,tagged,text9,time",
                "age=; ``",
                "at=2026-01-01T02:00:00Z; time",
                "at__gt=2026-01-01T02:00:00Z; later",
                "at__gte=2026-01-01T03:00:00%2B01:00; time,later",
                "at__lt=2026-01-01T02:00:00.001Z; time",
                "at__gt=2026-01; time,later",
                "tags=b; tagged",
                "tags__gt=b; tagged",
                "tags__gt=c; ``",
                "tags.deep=7; tagged",
                "is=true; tagged",
                "is=null; none",
                "odd.a%22%27%5C=1; odd",
                "email=5@x; number",
                "email__in=5@x|9@x; number,text9",
                "email__gt=t; ten,text10,text5,text9",
                "email__ne=5@x&age__gte=0; ten,text10,text5,text9",
                "rfid=5; ``",
                "address.city=广州; tagged",
                "address.city__gt=a; tagged",
                "address.street=Main; tagged",
                "gender=Male; tagged",
                "gender__ne=Male&name=none; none",
                "social.nickname=小明; tagged",
                "social.type=wechat; tagged",
                "social.type__in=facebook|x; odd",
                "social.unionid__gte=u; tagged",
                "social.likes__gt=6; odd",
                "x__query=MAIN; tagged",
                "x__query=小; tagged",
                "x__query=text; text10,text5,text9",
                "x__query=%25; ``",
                "created__gt=2020-01-01T00:00:00Z&age=10; ten,text10"
            })
    void findsByAnyMember(String query, String names) {
        var ids = people();

        var found = tenant.find(query + "&x__limit=500").stream().map(ids::get).sorted().toList();

        assertThat(String.join(",", found))
                .isEqualTo(String.join(",", new TreeSet<>(List.of(names.split(",")))));
    }

    private Map<String, String> people() {
        var ids = new HashMap<String, String>();
        for (var person :
                List.of(
                        "{'name':'less','age':-5,'email':['l@x']}",
                        "{'name':'number','age':5,'email':['5@x']}",
                        "{'name':'ten','age':1E1,'email':['ten@x']}",
                        "{'name':'text5','age':'5','email':['text5@x']}",
                        "{'name':'text9','age':'9','email':['text9@x','9@x']}",
                        "{'name':'text10','age':'10','email':['text10@x']}",
                        "{'name':'time','at':'2026-01-01T10:00:00+08:00'}",
                        "{'name':'later','at':'2026-01-01T02:00:00.001Z'}",
                        "{'name':'tagged','tags':['a','b','c',{'deep':7}],'is':true,'gender':'Male',"
                                + "'address':{'city':'广州','street':'Main'},'wechat_openid':['oT'],"
                                + "'social':[{'type':'wechat','openid':'oT','app_id':'wx','nickname':'小明','unionid':'u1'}]}",
                        "{'name':'odd','odd':{'a\\u0022\\u0027\\u005c':1},"
                                + "'social':[{'type':'facebook','likes':7}]}",
                        "{'name':'none','is':null}")) {
            var created = tenant.create(person);
            ids.put(created.id(), created.resource().getString("name"));
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"k, -1 2 10 '' a b", "k__desc, b a '' 10 2 -1", "email|k, -1 2 10 '' a b"})
    void ordersByAnyMemberWhoseAbsenceComesFirst(String order, String expected) {
        for (var k : List.of("'b'", "10", "-1", "'a'", "2", "''")) {
            tenant.profile("{'k':" + k + "}");
        }
        var absent = tenant.profile("{}");

        var keys = new ArrayList<String>();
        var token = "";
        do {
            var page = tenant.list("x__limit=2&x__order_by=" + order + "&x__token=" + token);
            page.results().forEach(r -> keys.add(key(r)));
            token = page.json().isNull("next_token") ? null : page.json().getString("next_token");
        } while (token != null);

        assertThat(keys.remove(order.endsWith("desc") ? keys.size() - 1 : 0)).isEqualTo("absent");
        assertThat(String.join(" ", keys)).isEqualTo(expected.replace("''", ""));
        assertThat(absent).isNotNull();
    }

    private static String key(JsonObject result) {
        var value = result.getJsonObject("resource").get("k");
        return value == null ? "absent" : value.toString().replace("\"", "");
    }

    @Test
    void walksThroughAListForthAndBackByAMemberWithManyEqualValues() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            ids.add(tenant.profile("{'same':" + i / 4 + "}"));
        }

        var forth = walk("next_token", "x__order_by=same__desc&x__limit=2");
        assertThat(forth).hasSize(7).containsExactlyInAnyOrderElementsOf(ids);

        var last = tenant.list("x__order_by=same__desc&x__limit=2&x__page=4");
        var back =
                walk(
                        "previous_token",
                        "x__order_by=same__desc&x__limit=2&x__token="
                                + last.json().getString("previous_token"));
        Collections.reverse(back);
        assertThat(back).isSubsetOf(forth.subList(0, 6)).hasSize(6);
    }

    private List<String> walk(String direction, String query) {
        var seen = new ArrayList<String>();
        var next = query;
        while (next != null) {
            var page = tenant.list(next);
            expect(page).has(200);
            page.results().forEach(r -> seen.add(r.getString("resource_id")));
            next =
                    page.json().isNull(direction)
                            ? null
                            : query.replaceAll("&x__token=.*", "")
                                    + "&x__token="
                                    + page.json().getString(direction);
        }
        return seen;
    }

    @Test
    void tellsLongStringsApartByTheirEnd() {
        var same = "x".repeat(5_000);
        var a = tenant.profile("{'long':'" + same + "a','key" + "x".repeat(250) + "':1}");
        tenant.profile("{'long':'" + same + "b'}");

        assertThat(tenant.find("long=" + same.substring(0, 3_000))).isEmpty();
        assertThat(tenant.find("x__query=" + "x".repeat(200) + "a")).containsExactly(a);
        assertThat(tenant.read(a).resource().getString("long")).hasSize(5_001);
    }

    // merged, erased

    @Test
    void anErasedProfileIsGone() {
        var id = tenant.profile(WHOLE);

        expect(tenant.erase(id)).has(204);

        expect(tenant.read(id)).isRefused(404, "not_found");
        expect(tenant.erase(id)).isRefused(404, "not_found");
        expect(tenant.patch(id, "{}")).isRefused(404, "not_found");
        assertThat(tenant.find("deep.x.y.z=")).isEmpty();
    }

    // many at once

    @Test
    void createsManyAndFailsOnlyTheBadOne() {
        tenant.profile("{'email':['taken@x']}");

        var job =
                tenant.finished(
                        tenant.send(
                                "POST",
                                "/api/profiles/",
                                "{'profiles':[{'email':['1@x'],'n':1},{'email':['taken@x']},{'gender':5},{'n':2}]}"));

        assertThat(job.getString("status")).isEqualTo("Succeeded");
        var result = job.getJsonObject("result");
        assertThat(result.getInt("succeeded")).isEqualTo(2);
        assertThat(result.getInt("failed")).isEqualTo(2);
        var results = result.getJsonArray("results").getValuesAs(JsonObject.class);
        assertThat(results).extracting(r -> r.getInt("index")).containsExactly(0, 1, 2, 3);
        assertThat(results.get(1).getString("error")).isEqualTo("conflict");
        assertThat(results.get(2).getJsonObject("extra_info").getJsonObject("fields"))
                .containsOnlyKeys("gender");
        assertThat(tenant.find("n__in=1|2"))
                .containsExactlyInAnyOrder(
                        results.get(0).getString("profile_id"),
                        results.get(3).getString("profile_id"));
    }

    @Test
    void updatesManyByTheirValues() {
        var id = tenant.profile("{'email':['1@x'],'n':0}");

        var job =
                tenant.finished(
                        tenant.send(
                                "POST",
                                "/api/profiles/",
                                "{'update':true,'profiles':[{'email':['1@x'],'n':1},{'email':['2@x'],'n':1}]}"));

        var results =
                job.getJsonObject("result").getJsonArray("results").getValuesAs(JsonObject.class);
        assertThat(results)
                .extracting(r -> r.getString("status"))
                .containsExactly("updated", "created");
        assertThat(tenant.find("n=1")).hasSize(2).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{}; profiles",
                "{'profiles':[]}; profiles",
                "{'profiles':[1]}; profiles",
                "{'profiles':[{}],'update':'yes'}; update",
                "{'profiles':[{}],'webhook_url':'nowhere'}; webhook_url",
                "{'profiles':[{}],'webhook_url':'http://127.0.0.1/'}; webhook_url",
                "{'profiles':[{}],'webhook_url':'https://localhost/x'}; webhook_url",
                "{'profiles':[{}],'webhook_url':'ftp://example.com/'}; webhook_url",
                "{'profiles':[{}],'colour':1}; colour"
            })
    void namesWhatIsWrongWithABulk(String body, String member) {
        expect(tenant.send("POST", "/api/profiles/", body)).isRefused(400).naming(member);
    }

    @Test
    void listsJobsWithOnlyTheirCounts() {
        tenant.finished(tenant.send("POST", "/api/profiles/", "{'profiles':[{},{}]}"));

        var jobs = tenant.client().get("/api/job/?status=Succeeded&xpkit_service=profiles");

        assertThat(jobs.results()).hasSize(1);
        var result = jobs.results().get(0).getJsonObject("resource").getJsonObject("result");
        assertThat(result).hasToString("{\"succeeded\":2,\"failed\":0}");
        assertThat(tenant.client().get("/api/job/?result.succeeded__gt=2").results()).isEmpty();
        assertThat(tenant.client().get("/api/job/?result.succeeded__gte=2").results()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "result.results.status=created; created",
                "result.results.status__in=created|updated; created,updated",
                "result.results.status__ne=created; updated,merge",
                "result.results.status__gt=created; updated",
                "result.results.profile_id={profile}; created,updated",
                "result.results.profile_id__gte={profile}; created,updated",
                "result.results.profile_id__lt={profile}; ``",
                "result.results.index=1; created",
                "result.results.index__lte=0; created,updated",
                "result.results.index__ne=1|2; updated,merge",
                "result.results.error=invalid_request; created",
                "result.results.description__gt=g; created",
                "result.results.extra_info.fields.gender__ne=x; created,updated,merge",
                "result.results.extra_info.fields.gender__gte=must; created",
                "result.results.extra_info.fields.email__gte=; ``",
                "result.authority={boss}; merge",
                "result.authority__ne={boss}; created,updated",
                "result.profiles__in=x|{profile}; merge",
                "result.merge_id__gte=0; merge",
                "result.error__gte=; ``",
                "result.results.status=created&result.results.error__gte=j; ``",
                "x__query=GENDER; created",
                "x__order_by=result.results.status__desc; updated,created,merge",
                "x__order_by=result.results.index|created__desc; merge,updated,created"
            })
    void findsJobsByWhatTheirStepsShow(String filter, String found) {
        var boss = tenant.profile("{}");
        var created = bulk("{'profiles':[{'email':['1@x']},{'gender':5}]}");
        var profile =
                created.getJsonObject("result")
                        .getJsonArray("results")
                        .getJsonObject(0)
                        .getString("profile_id");
        var updated = bulk("{'update':true,'profiles':[{'email':['1@x'],'n':1}]}");
        var merge = tenant.finished(tenant.askToMerge(boss, profile));
        var names = new HashMap<String, String>();
        names.put(created.getString("job_id"), "created");
        names.put(updated.getString("job_id"), "updated");
        names.put(merge.getString("job_id"), "merge");

        var query = filter.replace("{boss}", boss).replace("{profile}", profile);
        var list = tenant.client().get("/api/job/?" + query.replace("|", "%7C"));

        expect(list).has(200);
        assertThat(list.each("job_id"))
                .extracting(names::get)
                .containsExactly(found.isEmpty() ? new String[0] : found.split(","));
        assertThat(list.json().getInt("count")).isEqualTo(list.results().size());
    }

    private JsonObject bulk(String body) {
        return tenant.finished(tenant.send("POST", "/api/profiles/", body));
    }

    @Test
    void refusesToFilterJobsByWhatNoResultHas() {
        for (var name :
                List.of("result", "result.results", "result.profile_id", "result.results.x", "x")) {
            expect(tenant.client().get("/api/job/?" + name + "=1")).isRefused(400).naming(name);
        }
        expect(tenant.client().get("/api/job/?result.results.index=x")).isRefused(400);
        expect(tenant.client().get("/api/job/?x__order_by=result.results")).isRefused(400);
    }
}
