package com.xpkit.sociallink.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.listing.ListingMother;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changes.member",
                "changes.change",
                "changes.value",
                "changes.value.nickname",
                "changes.value.address.city",
                "changes.before",
                "changes.from"
            })
    void filterByAnyValueOfTheChanges(String name) {
        var any = "(exists (select m.path from MergeIndexedValue m where m.mergeId = e.id and ";

        assertThat(jpql(name + "=x")).startsWith(any);
        assertThat(jpql(name + "__gte=x")).startsWith(any);
        assertThat(jpql(name + "__ne=x")).startsWith("not " + any);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changes",
                "changes.",
                "changes.values",
                "changes.member.x",
                "changes.from.x",
                "changes.value.\u0000",
                "change",
                "value"
            })
    void refuseANameThatNoChangeHas(String name) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> jpql(name + "=x"));

        assertThat(refused.fields()).containsEntry(name, "is unknown");
    }

    private static String jpql(String filter) {
        return ListingMother.jpql(filter, Merges.FIELDS);
    }
}
