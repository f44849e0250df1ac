package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Tenant.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.driver.Tenant;
import com.xpkit.sociallink.simulator.Scope;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles are merged, split again, exported and erased. */
class MergingIT extends OnAServer {

    private static final String AUTHORITY =
            "{'wechat_openid':['o1'],'email':['1@x'],'gender':'','name':'One','address':{'city':'广州'},"
                    + "'tags':['a'],'more':{'x':1},'blank':null}";
    private static final String OTHER =
            "{'wechat_openid':['o2'],'email':['2@x'],'gender':'Female','name':'Two',"
                    + "'address':{'city':'上海','street':'Main'},'tags':['a','b'],'more':{'x':2,'y':[1]},"
                    + "'blank':{'z':0},'social':[{'type':'wechat','openid':'o2','app_id':'wx2','nickname':'二'}]}";
    private static final String MERGED =
            "{'wechat_openid':['o1','o2'],'email':['1@x','2@x'],'qr_code':[],'rfid':[],'gender':'Female',"
                    + "'name':'One','address':{'city':'广州','street':'Main'},'tags':['a','b'],"
                    + "'more':{'x':1,'y':[1]},'blank':{'z':0},"
                    + "'social':[{'type':'wechat','openid':'o2','app_id':'wx2','nickname':'二'}]}";

    private final Tenant tenant = Service.tenant();

    private static JsonObject members(Answer answer) {
        return members(answer.resource());
    }

    private static JsonObject members(JsonObject resource) {
        return jakarta.json.Json.createObjectBuilder(resource)
                .remove("created")
                .remove("last_modified")
                .build();
    }

    // merging

    @Test
    void arraysJoinBlanksAreFilledAndNothingIsOverwritten() {
        var authority = tenant.create(AUTHORITY);
        var other = tenant.profile(OTHER);

        tenant.merge(authority.id(), other);

        var survivor = tenant.read(authority.id());
        assertThat(members(survivor)).isEqualTo(object(MERGED));
        assertThat(survivor.etag()).isNotEqualTo(authority.etag());
        assertThat(tenant.find("email=2@x")).containsExactly(authority.id());
        assertThat(tenant.find("address.street=Main")).containsExactly(authority.id());
    }

    /** Too long for the index of values, which keeps such texts in full separately. */
    @Test
    void longTextsOfAnyScriptAreMergedAndFoundInTheRecord() {
        var street = "上海市徐汇区漕溪北路三百三十一号😀".repeat(20);
        var authority = tenant.profile("{'email':['1@x']}");
        var other = tenant.profile("{'email':['2@x'],'address':{'street':'" + street + "'}}");

        var merge = tenant.merge(authority, other);

        assertThat(tenant.read(authority).resource().getJsonObject("address").getString("street"))
                .isEqualTo(street);
        assertThat(tenant.find("address.street=" + ApiClient.encode(street)))
                .containsExactly(authority);
        expect(tenant.undo(authority, merge)).has(200);
        assertThat(tenant.read(other).resource().getJsonObject("address").getString("street"))
                .isEqualTo(street);
    }

    @Test
    void aPreviewShowsEachMemberAndChangesNothing() {
        var authority = tenant.create(AUTHORITY);
        var other = tenant.create(OTHER);

        var preview = tenant.preview(authority.id(), other.id());

        expect(preview).has(200);
        assertThat(preview.json().getJsonObject("resource")).isEqualTo(object(MERGED));
        var changes = preview.json().getJsonArray("changes").getValuesAs(JsonObject.class);
        assertThat(changes.stream().map(c -> c.getString("change") + " " + c.getString("member")))
                .contains(
                        "kept /name",
                        "dropped /name",
                        "filled /gender",
                        "joined /email",
                        "joined /tags",
                        "dropped /address/city",
                        "filled /address/street",
                        "dropped /more/x",
                        "joined /more/y",
                        "filled /blank/z");
        assertThat(tenant.read(authority.id()).etag()).isEqualTo(authority.etag());
        assertThat(tenant.read(other.id()).etag()).isEqualTo(other.etag());
        assertThat(tenant.merges(authority.id()).results()).isEmpty();
    }

    @Test
    void readingAMergedProfileLeadsToTheSurvivorAlsoWhenThatWasMergedOn() {
        var ids =
                IntStream.range(0, 4)
                        .mapToObj(i -> tenant.profile("{'email':['%d@x']}".formatted(i)))
                        .toList();
        tenant.merge(ids.get(1), ids.get(0));
        tenant.merge(ids.get(2), ids.get(1));
        tenant.merge(ids.get(3), ids.get(2));

        for (var merged : ids.subList(0, 3)) {
            for (var below : List.of("", "merges/", "export/")) {
                var moved = tenant.client().get("/api/profile/" + merged + "/" + below);
                expect(moved).isRefused(308, "merged");
                assertThat(moved.header("Location"))
                        .hasValue("/api/profile/" + ids.get(3) + "/" + below);
                assertThat(moved.header("Cache-Control"))
                        .as("it can be undone")
                        .hasValue("no-store");
            }
        }
    }

    @Test
    void writingToAMergedProfileNamesTheSurvivor() {
        var authority = tenant.profile("{}");
        var other = tenant.profile("{}");
        tenant.merge(authority, other);

        for (var refused :
                List.of(
                        tenant.patch(other, "{}"),
                        tenant.replace(other, "{}"),
                        tenant.erase(other),
                        tenant.undo(other, UUID.randomUUID().toString()),
                        tenant.askToMerge(tenant.profile("{}"), other),
                        tenant.askToMerge(other, tenant.profile("{}")))) {
            expect(refused).isRefused(409, "conflict");
            assertThat(refused.body()).contains(authority);
        }
    }

    @Test
    void mergesAllOrNothing() {
        var authority = tenant.create("{'email':['a@x']}");
        var one = tenant.profile("{'email':['1@x']}");
        var gone = tenant.profile("{}");
        tenant.erase(gone);

        expect(tenant.askToMerge(authority.id(), one, gone)).isRefused(404).naming("profiles");
        expect(tenant.askToMerge(gone, one)).isRefused(404).naming("authority");
        assertThat(tenant.read(authority.id()).etag()).isEqualTo(authority.etag());
        expect(tenant.read(one)).has(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; authority,profiles",
                "{'authority':'x','profiles':['y']}; authority,profiles",
                "{'authority':'2f6d1c60-0000-4000-8000-000000000000','profiles':[]}; profiles",
                "{'authority':'2f6d1c60-0000-4000-8000-000000000000','profiles':"
                        + "['2F6d1c60-0000-4000-8000-000000000000']}; profiles",
                "{'authority':1,'profiles':2,'more':3}; authority,profiles,more"
            })
    void namesWhatIsWrongWithAMerge(String body, String fields) {
        expect(tenant.send("POST", "/api/profile/merge/", body))
                .isRefused(400)
                .naming(fields.split(","));
    }

    @Test
    void eachMergeLeavesARecord() {
        var authority = tenant.profile(AUTHORITY);
        var other = tenant.profile(OTHER);

        var merge = tenant.merge(authority, other);

        var records = tenant.merges(authority);
        assertThat(records.results()).hasSize(1);
        var record = records.results().get(0).getJsonObject("resource");
        assertThat(records.results().get(0).getString("resource_id")).isEqualTo(merge);
        assertThat(record)
                .containsOnlyKeys(
                        "authority",
                        "profiles",
                        "merged_by",
                        "changes",
                        "undone",
                        "undone_by",
                        "created",
                        "last_modified");
        assertThat(record.getString("authority")).isEqualTo(authority);
        assertThat(record.getJsonArray("profiles")).hasToString("[\"" + other + "\"]");
        assertThat(record.getString("merged_by")).isNotBlank();
        assertThat(record.getJsonArray("changes").getValuesAs(JsonObject.class))
                .allSatisfy(change -> assertThat(change.getString("from")).isEqualTo(other));
        var one = tenant.client().get(records.results().get(0).getString("resource_url"));
        assertThat(one.resource()).isEqualTo(record);
        expect(tenant.client().get("/api/profile/" + tenant.profile("{}") + "/merges/" + merge))
                .isRefused(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "changes.member=/name; one,two",
                "changes.member__in=/size%7C/none; one",
                "changes.member__ne=/size; two",
                "changes.change=joined; two",
                "changes.change__ne=joined; one",
                "changes.change__ne=dropped; ``",
                "changes.value=5; one,two",
                "changes.value=5.0; one",
                "changes.value__gt=5; one",
                "changes.value__gte=5; one,two",
                "changes.value__lt=6; one,two",
                "changes.value__lte=50; one,two",
                "changes.value__lte=2026-01-02T04:00:00%2B01:00; one",
                "changes.value=2026-01-02T03:00:00Z; one",
                "changes.value.kind=cat; two",
                "changes.value.kind__gte=dog; ``",
                "changes.before=null; one",
                "changes.from={one}; one",
                "changes.from__in={one}%7C{two}; one,two",
                "changes.from__ne={one}; two",
                "changes.change=joined&changes.from={one}; ``",
                "x__query=CAT; two",
                "x__query=/siz; one",
                "x__order_by=changes.value.kind__desc; two,one"
            })
    void findsMergesByWhatTheyChanged(String filter, String found) {
        var authority = tenant.profile("{'name':'Boss','met':null,'pets':[{'kind':'cow'}]}");
        var one = tenant.profile("{'name':'One','size':5,'met':'2026-01-02T04:00:00+01:00'}");
        var two = tenant.profile("{'name':'5','pets':[{'kind':'cat'}]}");
        var merges =
                Map.of(
                        tenant.merge(authority, one), "one",
                        tenant.merge(authority, two), "two");
        var path = "/api/profile/" + authority + "/merges/?";

        var list = tenant.client().get(path + filter.replace("{one}", one).replace("{two}", two));

        expect(list).has(200);
        assertThat(list.results())
                .extracting(merge -> merges.get(merge.getString("resource_id")))
                .containsExactly(found.isEmpty() ? new String[0] : found.split(","));
        assertThat(list.json().getInt("count")).isEqualTo(list.results().size());
    }

    @Test
    void refusesToFilterMergesByWhatNoChangeHas() {
        var path = "/api/profile/" + tenant.profile("{}") + "/merges/?";

        for (var name : List.of("changes", "changes.nothing", "changes.member.x", "value")) {
            expect(tenant.client().get(path + name + "=x")).isRefused(400).naming(name);
        }
        expect(tenant.client().get(path + "x__order_by=changes")).isRefused(400);
    }

    // undoing

    @Test
    void anUndoRestoresBothSides() {
        var authority = tenant.create(AUTHORITY);
        var other = tenant.create(OTHER);
        var merge = tenant.merge(authority.id(), other.id());

        var undone = tenant.undo(authority.id(), merge);

        expect(undone).has(200);
        assertThat(undone.resource().isNull("undone")).isFalse();
        assertThat(undone.resource().getString("undone_by")).isNotBlank();
        assertThat(members(tenant.read(authority.id()))).isEqualTo(members(authority));
        assertThat(members(tenant.read(other.id()))).isEqualTo(members(other));
        assertThat(tenant.read(other.id()).resource().getString("created"))
                .isEqualTo(other.resource().getString("created"));
        assertThat(tenant.find("name=Two&tags=b&email=2@x")).containsExactly(other.id());
        assertThat(tenant.find("tags=b")).containsExactly(other.id());
        expect(tenant.undo(authority.id(), merge)).isRefused(409, "conflict");
        assertThat(tenant.merge(authority.id(), other.id()))
                .as("it can be merged again")
                .isNotEqualTo(merge);
    }

    @Test
    void anUndoKeepsWhatCameSince() {
        var authority = tenant.profile(AUTHORITY);
        var other = tenant.profile(OTHER);
        var merge = tenant.merge(authority, other);
        tenant.patch(authority, "{'later':1,'tags':['a','b','c'],'email':['3@x','2@x','1@x']}");

        expect(tenant.undo(authority, merge)).has(200);

        var left = tenant.read(authority).resource();
        assertThat(left.getInt("later")).isEqualTo(1);
        assertThat(left.getJsonArray("tags")).hasToString("[\"a\",\"c\"]");
        assertThat(left.getJsonArray("email")).hasToString("[\"3@x\",\"1@x\"]");
        assertThat(tenant.read(other).resource().getJsonArray("email")).hasToString("[\"2@x\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'gender':'Male'}; /gender",
                "{'email':['1@x']}; /email",
                "{'tags':['a']}; /tags",
                "{'address':null}; /address/street",
                "{'more':5}; /more/y",
                "{'social':[]}; /social"
            })
    void anUndoSaysWhichLaterChangeIsInTheWay(String change, String member) {
        var authority = tenant.profile(AUTHORITY);
        var other = tenant.profile(OTHER);
        var merge = tenant.merge(authority, other);
        var changed = tenant.patch(authority, change);

        expect(tenant.undo(authority, merge)).isRefused(409, "conflict").naming(member);

        assertThat(tenant.read(authority).etag())
                .as("nothing is half undone")
                .isEqualTo(changed.etag());
        expect(tenant.read(other)).has(308);
        assertThat(
                        tenant.merges(authority)
                                .results()
                                .get(0)
                                .getJsonObject("resource")
                                .isNull("undone"))
                .isTrue();
    }

    @Test
    void aLaterMergeOfTheSurvivorIsUndoneFirst() {
        var one = tenant.profile("{'email':['1@x']}");
        var two = tenant.profile("{'email':['2@x']}");
        var three = tenant.profile("{'email':['3@x']}");
        var first = tenant.merge(one, two);
        var second = tenant.merge(three, one);

        var refused = tenant.undo(one, first);
        expect(refused).isRefused(409, "conflict");
        assertThat(refused.body()).contains(second).contains(three);

        expect(tenant.undo(three, second)).has(200);
        expect(tenant.undo(one, first)).has(200);
        assertThat(List.of(one, two, three))
                .allSatisfy(
                        id ->
                                assertThat(tenant.read(id).resource().getJsonArray("email"))
                                        .hasSize(1));
    }

    // with visitors

    @Test
    void aVisitorOfAMergedProfileComesBackToTheSurvivorAndToTheirOwnAfterTheUndo() {
        var shop = Service.shop();
        var operator = new Tenant(shop.account(), Service.operator());
        var phone = Service.phone();
        var key = Service.unique("v-");
        var mine =
                phone.follow(shop.consentLink(), Visitor.named(key, "小明"))
                        .sent("profile_id")
                        .orElseThrow();
        var authority = created(shop, "{'name':'Boss'}");

        var merge = operator.merge(authority, mine);
        assertThat(
                        Service.phone()
                                .follow(shop.silentLink(), Visitor.named(key, "小明"))
                                .sent("profile_id"))
                .hasValue(authority);
        Service.phone().follow(shop.consentLink(), Visitor.named(key, "大明"));
        expect(operator.undo(authority, merge)).has(200);

        assertThat(
                        Service.phone()
                                .follow(shop.silentLink(), Visitor.named(key, "大明"))
                                .sent("profile_id"))
                .hasValue(mine);
        assertThat(shop.profile(mine).getJsonArray("social").toString())
                .as("what the link has learnt since")
                .contains("大明");
        assertThat(shop.profile(authority).getJsonArray("wechat_openid")).isEmpty();
    }

    @Test
    void whatALinkLearntAfterTheMergeGoesWithItsOpenidWhenThatIsUndone() {
        var shop = Service.shop();
        var operator = new Tenant(shop.account(), Service.operator());
        var visitor = Visitor.named(Service.unique("v-"), "小明");
        var silent =
                Service.phone().follow(shop.silentLink(), visitor).sent("profile_id").orElseThrow();
        var authority = created(shop, "{'name':'Boss'}");
        var merge = operator.merge(authority, silent);
        Service.phone().follow(shop.consentLink(), visitor);
        assertThat(shop.profile(authority).getJsonArray("social")).hasSize(1);

        expect(operator.undo(authority, merge)).has(200);

        assertThat(shop.profile(authority).getJsonArray("social")).isEmpty();
        assertThat(shop.profile(silent).getJsonArray("social").toString()).contains("小明");
    }

    private static String created(Shop shop, String body) {
        var json =
                jakarta.json.Json.createObjectBuilder(object(body))
                        .add("account_id", shop.account());
        return ApiClient.created(Service.operator().post("/api/profile/", json)).id();
    }

    @Test
    void twoProfilesOfOnePersonAreListedAndNotMerged() {
        var first =
                "{'wechat_openid':['o1'],'social':[{'type':'wechat','openid':'o1','app_id':'wx1','unionid':'u'}]}";
        var one = tenant.profile(first);
        var same = tenant.profile(first.replace("o1", "o9"));
        assertThat(tenant.duplicates().results())
                .as("two OpenIDs of one Official Account are no duplicates")
                .isEmpty();

        var two = tenant.profile(first.replace("o1", "o2").replace("wx1", "wx2"));

        assertThat(
                        tenant.duplicates().results().stream()
                                .map(
                                        p ->
                                                p.getJsonObject("resource")
                                                        .getJsonArray("profiles")
                                                        .toString()))
                .hasSize(2)
                .allMatch(pair -> pair.contains(two))
                .anyMatch(pair -> pair.contains(one))
                .anyMatch(pair -> pair.contains(same));
        assertThat(tenant.client().get("/api/profile/duplicates/?profiles=" + one).results())
                .hasSize(1);
        assertThat(tenant.client().get("/api/profile/duplicates/?unionid=u").results()).hasSize(2);

        tenant.merge(one, two);
        assertThat(tenant.duplicates().json().getInt("count"))
                .as("the merged one with the third")
                .isEqualTo(1);
        tenant.erase(same);
        assertThat(tenant.duplicates().results()).isEmpty();
    }

    @Test
    void aLinkWhoseUnionidLeadsElsewhereIsListed() {
        var platform = Service.unique("platform-");
        var account = Service.officialAccountOf(platform);
        var shop = Service.shop(account);
        var operator = Service.operator();
        var second = Service.officialAccountOf(platform);
        operator.configure(shop.account(), second, "second.example.com");
        var key = Service.unique("v-");
        var visitor = Visitor.named(key, "小明");
        var here =
                Service.phone().follow(shop.silentLink(), visitor).sent("profile_id").orElseThrow();
        var there =
                Service.phone()
                        .follow(
                                shop.tenant()
                                        .link(Scope.SNSAPI_USERINFO, "https://second.example.com/"),
                                visitor)
                        .sent("profile_id")
                        .orElseThrow();

        var again =
                Service.phone()
                        .follow(shop.consentLink(), visitor)
                        .sent("profile_id")
                        .orElseThrow();

        assertThat(again).as("the OpenID wins").isEqualTo(here).isNotEqualTo(there);
        var pairs = operator.get("/api/profile/duplicates/?account_id=" + shop.account()).results();
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).toString()).contains(here).contains(there);
    }

    // rights of the visitor

    @Test
    void anExportHoldsEverythingThatIsStored() {
        var authority = tenant.profile(AUTHORITY);
        var other = tenant.create(OTHER);
        tenant.merge(authority, other.id());

        var export = tenant.client().get("/api/profile/" + authority + "/export/");

        expect(export).has(200);
        assertThat(export.json()).containsOnlyKeys("profile", "duplicates", "jobs", "merges");
        assertThat(export.json().getJsonObject("profile")).isEqualTo(tenant.read(authority).json());
        assertThat(
                        export.json()
                                .getJsonArray("merges")
                                .getJsonObject(0)
                                .getJsonArray("profiles_before")
                                .getJsonObject(0))
                .isEqualTo(other.json());
        assertThat(export.json().getJsonArray("jobs")).hasSize(1);
        assertThat(export.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void anErasureLeavesNothingOfAPersonAnywhere() {
        var bulk =
                tenant.finished(
                        tenant.send(
                                "POST",
                                "/api/profiles/",
                                "{'profiles':[{'email':['erased@x'],'name':'Erased'},{'email':['other@x']}]}"));
        var results = bulk.getJsonObject("result").getJsonArray("results");
        var merged = results.getJsonObject(0).getString("profile_id");
        var middle = tenant.profile("{'email':['middle@x']}");
        var survivor = tenant.profile("{'name':'Survivor'}");
        var first = tenant.merge(middle, merged);
        tenant.merge(survivor, middle);

        expect(tenant.erase(survivor)).has(204);

        for (var id : List.of(merged, middle, survivor)) {
            for (var path : List.of("", "merges/", "export/", "merges/" + first + "/")) {
                expect(tenant.client().get("/api/profile/" + id + "/" + path)).isRefused(404);
            }
        }
        var job = tenant.client().get("/api/job/" + bulk.getString("job_id") + "/").body();
        assertThat(job).doesNotContain("rased@x").doesNotContain(merged).contains("profile_id");
        assertThat(tenant.client().get("/api/job/").body())
                .doesNotContain(survivor)
                .doesNotContain(middle);
        assertThat(jobs("result.results.profile_id=" + merged)).isEmpty();
        assertThat(jobs("result.results.profile_id__gte="))
                .containsExactly(bulk.getString("job_id"));
        assertThat(jobs("result.results.error=erased")).containsExactly(bulk.getString("job_id"));
        assertThat(jobs("result.authority__gte=")).isEmpty();
        assertThat(jobs("result.profiles__gte=")).isEmpty();
        assertThat(jobs("result.error=erased")).hasSize(2);
        assertThat(jobs("x__query=" + first)).isEmpty();
        assertThat(tenant.profile("{'email':['erased@x','middle@x']}")).isNotNull();
    }

    private List<String> jobs(String filter) {
        return tenant.client().get("/api/job/?" + filter).each("job_id");
    }
}
