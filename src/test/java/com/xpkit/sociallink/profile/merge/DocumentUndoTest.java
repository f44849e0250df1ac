package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.profile.merge.MergeMother.json;
import static com.xpkit.sociallink.profile.merge.MergeMother.merged;
import static com.xpkit.sociallink.profile.merge.MergeMother.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentUndoTest {

    @Test
    void givesBackExactlyWhatWasThereBefore() {
        var random = new Random(20260102);
        for (int i = 0; i < 2_000; i++) {
            var authority = MergeMother.document(random, 3);
            var others = new LinkedHashMap<UUID, JsonObject>();
            others.put(MergeMother.OTHER, MergeMother.document(random, 3));
            others.put(MergeMother.ANOTHER, MergeMother.document(random, 3));
            var merge = DocumentMerge.of(authority, others, MergeMother.MAX);

            var undo = DocumentUndo.of(merge.whole(), merge.changes());

            assertThat(undo.obstacles()).as("%s and %s", authority, others).isEmpty();
            assertThat(undo.document()).as("with %s", others).isEqualTo(authority);
        }
    }

    @Test
    void givesBackTheOrderOfMembersAndElements() {
        var merge = merged("{'z':['b','a'],'y':1}", "{'x':2,'z':['c','a'],'w':{'v':1}}");

        assertThat(DocumentUndo.of(merge.whole(), merge.changes()).document())
                .hasToString("{\"z\":[\"b\",\"a\"],\"y\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "a new member; {'a':1}; {'b':2}; {'a':1,'b':2,'c':3}; {'a':1,'c':3}",
                "a new element; {'a':['x']}; {'a':['y']}; {'a':['x','y','z']}; {'a':['x','z']}",
                "a new order; {'a':['x']}; {'a':['y']}; {'a':['y','x']}; {'a':['x']}",
                "a member of a filled object; {}; {'a':{'b':1}}; {'a':{'b':1,'c':2}}; {'a':{'c':2}}",
                "an element of a filled array; {}; {'a':['x']}; {'a':['x','y']}; {'a':['y']}",
                "a change of the authority's own; {'a':1}; {'b':2}; {'a':7,'b':2}; {'a':7}",
                "a loss of the authority's own; {'a':['x']}; {'a':['y']}; {'a':['y']}; {'a':[]}",
                "what was dropped in the merge; {'a':1}; {'a':2}; {'a':2}; {'a':2}"
            })
    void leavesWhatCameLater(
            String what, String authority, String other, String now, String undone) {
        var undo = DocumentUndo.of(json(now), merged(authority, other).changes());

        assertThat(undo.obstacles()).as(what).isEmpty();
        assertThat(undo.document()).as(what).isEqualTo(json(undone));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "{}; {'b':2}; {'b':3}; /b; was changed after the merge",
                "{}; {'b':2}; {}; /b; was changed after the merge",
                "{}; {'b':2}; {'b':null}; /b; was changed after the merge",
                "{}; {'b':5}; {'b':5.0}; /b; was changed after the merge",
                "{}; {'a':{'b':1}}; {'a':{'b':2}}; /a/b; was changed after the merge",
                "{}; {'a':{'b':1}}; {'a':{}}; /a/b; was changed after the merge",
                "{}; {'a':{'b':1}}; {}; /a/b; was changed after the merge",
                "{}; {'a':{'b':1}}; {'a':'x'}; /a/b; was changed after the merge",
                "{}; {'a':{'b':1}}; {'a':['x']}; /a/b; was changed after the merge",
                "{}; {'a':{'b':{'c':1}}}; {'a':[]}; /a/b/c; was changed after the merge",
                "{}; {'a':{'0':1}}; {'a':[1]}; /a/0; was changed after the merge",
                "{'a':['x']}; {'a':['y']}; {'a':['x']}; /a; \"lost \"\"y\"\" after the merge\"",
                "{'a':['x']}; {'a':['y']}; {}; /a; \"lost \"\"y\"\" after the merge\"",
                "{'a':['x']}; {'a':['y']}; {'a':'y'}; /a; \"lost \"\"y\"\" after the merge\"",
                "{}; {'a':[{'b':1}]}; {'a':[{'b':2}]}; /a; \"lost {\"\"b\"\":1} after the merge\"",
                "{}; {'a':{'b':['y']}}; {'a':[['y']]}; /a/b; \"lost \"\"y\"\" after the merge\""
            })
    void namesALaterChangeThatIsInTheWay(
            String authority, String other, String now, String member, String reason) {
        var undo = DocumentUndo.of(json(now), merged(authority, other).changes());

        assertThat(undo.obstacles()).containsExactly(Map.entry(member, reason));
    }

    @Test
    void namesAllThatIsInTheWay() {
        var merge = merged("{'c':[]}", "{'a':1,'b':2,'c':['x']}");

        assertThat(DocumentUndo.of(json("{'a':3,'b':2}"), merge.changes()).obstacles())
                .containsOnlyKeys("/a", "/c");
    }

    @Test
    void cutsALongElementShortInItsReason() {
        var merge = merged("{'a':[]}", "{'a':['" + "x".repeat(500) + "']}");

        assertThat(DocumentUndo.of(json("{}"), merge.changes()).obstacles().get("/a"))
                .hasSizeLessThan(150)
                .endsWith("… after the merge");
    }

    @Test
    void handsBackASocialEntryThatWasRenewedSince() {
        var entry = "{'type':'wechat','openid':'o1','nickname':'%s'}";
        var merge = merged("{'social':[]}", "{'social':[" + entry.formatted("old") + "]}");

        var undo =
                DocumentUndo.of(
                        json("{'social':[" + entry.formatted("new") + "]}"), merge.changes());

        assertThat(undo.obstacles()).isEmpty();
        assertThat(undo.document()).isEqualTo(json("{'social':[]}"));
        assertThat(undo.now(value(entry.formatted("old"))))
                .isEqualTo(value(entry.formatted("new")));
        assertThat(undo.now(value("{'type':'weibo'}"))).isEqualTo(value("{'type':'weibo'}"));
    }

    /** Members in a large object, elements in a long array: a copy for each change takes minutes. */
    @Test
    void takesNoMoreTimeThanThereAreChanges() {
        var many = 20_000;
        var members = Json.createObjectBuilder();
        IntStream.range(0, many).forEach(i -> members.add("m" + i, i));
        var elements = Json.createArrayBuilder(IntStream.range(0, many).boxed().toList());
        var other = Json.createObjectBuilder().add("a", elements).add("o", members).build();
        var authority = json("{'a':['x'],'o':{'y':1}}");
        var merge = DocumentMerge.of(authority, Map.of(MergeMother.OTHER, other), 5 * many);

        var undo =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3),
                        () -> DocumentUndo.of(merge.whole(), merge.changes()));

        assertThat(undo.document()).isEqualTo(authority);
    }

    @Test
    void takesOutTheEntriesOfOpenidsInTheirOrder() {
        var entry = "{'type':'%s','openid':'%s','n':%d}";
        var social =
                "[%s,%s,%s,%s]"
                        .formatted(
                                entry.formatted("wechat", "o2", 1),
                                entry.formatted("weibo", "o1", 2),
                                entry.formatted("wechat", "o1", 3),
                                entry.formatted("wechat", "o2", 4));
        var undo = DocumentUndo.of(json("{'social':" + social + "}"), List.of());

        var taken = undo.takeEntriesOf(json("{'a':['o1','o2','o3']}").getJsonArray("a"));

        assertThat(taken).extracting(e -> e.asJsonObject().getInt("n")).containsExactly(1, 3, 4);
        assertThat(undo.document())
                .isEqualTo(json("{'social':[" + entry.formatted("weibo", "o1", 2) + "]}"));
    }

    @Test
    void takesBackWhatARecordHasKept() {
        var merge = merged("{'a':null,'c':''}", "{'a':{'b':[1]},'c':'x','d':'y'}");
        var kept = merge.changes().stream().map(MergeChange::json).map(MergeChange::of).toList();

        assertThat(kept).isEqualTo(merge.changes());
        assertThat(DocumentUndo.of(merge.whole(), kept).document())
                .isEqualTo(json("{'a':null,'c':''}"));
    }
}
