package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.profile.merge.MergeMother.dropped;
import static com.xpkit.sociallink.profile.merge.MergeMother.filled;
import static com.xpkit.sociallink.profile.merge.MergeMother.joined;
import static com.xpkit.sociallink.profile.merge.MergeMother.json;
import static com.xpkit.sociallink.profile.merge.MergeMother.merged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.xpkit.sociallink.platform.error.InvalidBody;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentMergeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "arrays join; {'a':['x','y']}; {'a':['y','z']}; {'a':['x','y','z']}",
                "elements stay as often as they were; {'a':['x','x']}; {'a':['x','z','z']};"
                        + " {'a':['x','x','z']}",
                "what is absent is filled; {'a':1}; {'b':2}; {'a':1,'b':2}",
                "nothing is overwritten; {'a':1,'b':'x','c':false}; {'a':2,'b':'y','c':true};"
                        + " {'a':1,'b':'x','c':false}",
                "objects merge; {'a':{'b':1,'c':''}}; {'a':{'b':2,'c':3,'d':4}};"
                        + " {'a':{'b':1,'c':3,'d':4}}",
                "arrays in objects join; {'a':{'b':[1]}}; {'a':{'b':[2]}}; {'a':{'b':[1,2]}}",
                "an object overwrites no value; {'a':1}; {'a':{'b':2}}; {'a':1}",
                "a value overwrites no object; {'a':{'b':2}}; {'a':1}; {'a':{'b':2}}",
                "an array overwrites no value; {'a':1}; {'a':[2]}; {'a':1}",
                "zero and false are no blanks; {'a':0,'b':false}; {'a':1,'b':true};"
                        + " {'a':0,'b':false}",
                "a whole object is taken; {}; {'a':{'b':{'c':[1,{'d':null}]}}};"
                        + " {'a':{'b':{'c':[1,{'d':null}]}}}",
                "blanks of the others are left behind; {}; {'a':null,'b':'','c':[],'d':{}}; {}"
            })
    void merges(String what, String authority, String other, String whole) {
        assertThat(merged(authority, other).whole()).as(what).isEqualTo(json(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "[]", "{}"})
    void fillsAnyBlankWithAnything(String blank) {
        for (var value : new String[] {"1", "'x'", "false", "[1]", "{'b':1}", "[null]"}) {
            assertThat(merged("{'a':" + blank + "}", "{'a':" + value + "}").whole())
                    .isEqualTo(json("{'a':" + value + "}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "[]", "{}"})
    void keepsABlankThatOnlyBlanksCouldFill(String blank) {
        var authority = "{'a':" + blank + "}";

        var merge = merged(authority, "{'a':null}", "{'a':{}}");

        assertThat(merge.whole()).isEqualTo(json(authority));
        assertThat(merge.changes()).isEmpty();
    }

    @Test
    void takesTheFirstOfSeveralThatFillsABlank() {
        var merge = merged("{'tags':[]}", "{'b':'','tags':['y']}", "{'b':2,'tags':['z','y']}");

        assertThat(merge.whole()).isEqualTo(json("{'b':2,'tags':['y','z']}"));
        assertThat(merged("{}", "{'b':1}", "{'b':2}").whole()).isEqualTo(json("{'b':1}"));
    }

    @Test
    void keepsTheAuthoritysEntryOfAPersonThatBothKnow() {
        var entry = "{'type':'wechat','openid':'o1','nickname':'%s'}";

        var merge =
                merged(
                        "{'social':[" + entry.formatted("小明") + "]}",
                        "{'social':[" + entry.formatted("小红") + "]}");

        assertThat(merge.whole()).isEqualTo(json("{'social':[" + entry.formatted("小明") + "]}"));
        assertThat(merge.changes()).containsExactly(dropped("/social", entry.formatted("小红")));
    }

    @Test
    void keepsTheOrderOfMembers() {
        assertThat(merged("{'z':1,'a':''}", "{'y':2,'a':3}").whole())
                .hasToString("{\"z\":1,\"a\":3,\"y\":2}");
    }

    @Test
    void reportsWhatCameFromWhere() {
        var merge =
                merged(
                        "{'tags':['x'],'name':'A','note':'','same':1}",
                        "{'tags':['x','y','z'],'name':'B','note':'n','same':1,'new':null}");

        assertThat(merge.changes())
                .containsExactly(
                        joined("/tags", "'y'"),
                        joined("/tags", "'z'"),
                        dropped("/name", "'B'"),
                        filled("/note", "'n'", "''"));
    }

    @Test
    void reportsObjectsAndArraysPartByPart() {
        var merge = merged("{'a':null}", "{'a':{'b':{'c':1}},'d':[1,2]}");

        assertThat(merge.changes())
                .containsExactly(
                        filled("/a", "{}", "null"),
                        filled("/a/b", "{}", null),
                        filled("/a/b/c", "1", null),
                        filled("/d", "[]", null),
                        joined("/d", "1"),
                        joined("/d", "2"));
    }

    @Test
    void reportsFromWhichOfSeveral() {
        var merge = merged("{}", "{'a':1,'b':['x']}", "{'a':2,'b':['x','y'],'c':3}");

        assertThat(merge.changes())
                .extracting(change -> change.kind().word() + change.member() + " " + change.from())
                .containsExactly(
                        "filled/a " + MergeMother.OTHER,
                        "filled/b " + MergeMother.OTHER,
                        "joined/b " + MergeMother.OTHER,
                        "dropped/a " + MergeMother.ANOTHER,
                        "joined/b " + MergeMother.ANOTHER,
                        "filled/c " + MergeMother.ANOTHER);
    }

    @Test
    void pointsAtNamesThatAPointerEscapes() {
        assertThat(merged("{}", "{'a/b':1,'c~d':2,'':3}").changes())
                .extracting(MergeChange::member)
                .containsExactly("/a~1b", "/c~0d", "/");
    }

    @Test
    void takesNothingFromWhatIsTheSame() {
        var json = "{'a':1,'b':{'c':['x',{'d':null}]},'e':'','f':5.0}";

        assertThat(merged(json, json).whole()).isEqualTo(json(json));
        assertThat(merged(json, json).changes()).isEmpty();
    }

    @Test
    void mergesLongArraysInNoMoreTimeThanTheirLength() {
        var numbers = Json.createArrayBuilder(Collections.nCopies(40_000, 7));
        var equal = Json.createObjectBuilder().add("a", numbers).build();
        var others = Map.of(MergeMother.OTHER, equal, MergeMother.ANOTHER, equal);

        var merge =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3),
                        () -> DocumentMerge.of(equal, others, Integer.MAX_VALUE));

        assertThat(merge.whole()).isEqualTo(equal);
        assertThat(merge.changes()).isEmpty();
    }

    @Test
    void refusesProfilesThatHoldTooMuchTogether() {
        var five = json("{'a':[1,1,1],'b':{},'c':2}");
        var others = Map.of(MergeMother.OTHER, five);

        assertThat(DocumentMerge.of(five, others, 10).whole()).isEqualTo(five);
        assertThatThrownBy(() -> DocumentMerge.of(five, others, 9))
                .isInstanceOf(InvalidBody.class)
                .hasMessage(
                        "The merge has more than 9 values (sociallink.limits.merge):"
                                + " merge fewer profiles at once.");
    }

    /** A single value inside many objects fills all of them, each with a change. */
    @Test
    void refusesMoreChangesThanValuesAreAllowed() {
        var deep = json("{'a':".repeat(12) + "1" + "}".repeat(12));

        assertThatThrownBy(() -> DocumentMerge.of(json("{}"), Map.of(MergeMother.OTHER, deep), 10))
                .isInstanceOf(InvalidBody.class)
                .hasMessageStartingWith("The merge has more than 10 changes ");
    }

    @Test
    void losesNothingOfTheAuthority() {
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            var authority = MergeMother.document(random, 3);
            var other = MergeMother.document(random, 3);

            var whole =
                    DocumentMerge.of(authority, Map.of(MergeMother.OTHER, other), MergeMother.MAX)
                            .whole();

            assertThatAllIsIn(authority, whole);
        }
    }

    private static void assertThatAllIsIn(JsonObject authority, JsonObject whole) {
        authority.forEach((name, value) -> assertThatItIsIn(value, whole.get(name)));
    }

    private static void assertThatItIsIn(JsonValue value, JsonValue kept) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            assertThatAllIsIn(object, kept.asJsonObject());
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            assertThat(kept.asJsonArray()).startsWith(array.toArray(JsonValue[]::new));
        } else if (!DocumentMerge.isBlank(value)) {
            assertThat(kept).isEqualTo(value);
        }
    }
}
