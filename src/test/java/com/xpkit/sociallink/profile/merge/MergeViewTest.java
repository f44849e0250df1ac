package com.xpkit.sociallink.profile.merge;

import static com.xpkit.sociallink.profile.merge.MergeMother.OTHER;
import static com.xpkit.sociallink.profile.merge.MergeMother.merged;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeViewTest {

    @Test
    void findsEachValueOfTheChangesOnceAtItsPath() {
        var merge = merged("{'name':'One','age':''}", "{'name':'Two','age':5,'pets':[{'name':5}]}");

        assertThat(values(merge))
                .containsExactlyInAnyOrder(
                        "changes.member s/name",
                        "changes.member s/age",
                        "changes.member s/pets",
                        "changes.change sdropped",
                        "changes.change sfilled",
                        "changes.change sjoined",
                        "changes.value sTwo",
                        "changes.value n250000000015",
                        "changes.value.name n250000000015",
                        "changes.before s",
                        "changes.from s" + OTHER);
    }

    private static List<String> values(DocumentMerge merge) {
        var changes = Json.createArrayBuilder();
        merge.changes().forEach(change -> changes.add(change.json()));
        return MergeView.values(changes.build()).stream()
                .map(value -> value.path() + " " + value.value())
                .toList();
    }
}
