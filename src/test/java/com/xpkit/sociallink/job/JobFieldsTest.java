package com.xpkit.sociallink.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.platform.listing.ListingMother;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobFieldsTest {

    private static final Fields OF_SINGLE = JobFields.of(Stream.of(new JobMother.Counting()));
    private static final Fields OF_BULK =
            JobFields.of(Stream.of(new JobMother.Counting().inBulk()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result.counted",
                "result.error",
                "result.description",
                "result.extra_info.fields.email",
                "result.results.error",
                "result.results.description",
                "result.results.extra_info.fields.address.city"
            })
    void filterFinishedJobsByAnyValueOfTheirSteps(String name) {
        var any =
                "(exists (select m.path from JobIndexedValue m where m.jobId = e.id"
                        + " and e.finished is not null and ";

        assertThat(jpql(name + "=x", OF_SINGLE)).startsWith(any);
        assertThat(jpql(name + "__lt=x", OF_SINGLE)).startsWith(any);
        assertThat(jpql(name + "__ne=x", OF_SINGLE)).startsWith("not " + any);
    }

    @Test
    void knowWhetherAWorkShowsItsStepsAsAList() {
        assertThat(jpql("result.results.counted=1", OF_BULK)).contains("from JobIndexedValue m");
        assertThat(refused("result.counted", OF_BULK)).isTrue();
        assertThat(refused("result.results.counted", OF_SINGLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result",
                "result.",
                "result.nothing",
                "result.results",
                "result.results.nothing",
                "result.error.x",
                "result.extra_info",
                "result.extra_info.fields",
                "result.extra_info.fields.\u0000",
                "results.error",
                "counted"
            })
    void refuseANameThatNoResultHas(String name) {
        assertThat(refused(name, OF_SINGLE)).isTrue();
        assertThat(refused(name, OF_BULK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"=3, =", "__gte=3, >=", "__in=3, ="})
    void findTheIndexInTheStepsThemselves(String filter, String sign) {
        assertThat(jpql("result.results.index" + filter, OF_BULK))
                .isEqualTo(
                        "(e.kind in ('counting') and e.finished is not null and exists"
                                + " (select s.place from JobStep s where s.jobId = e.id and s.place "
                                + sign
                                + " :p0))");
    }

    @Test
    void takeOnlyNumbersForAnIndex() {
        var refused =
                catchThrowableOfType(
                        InvalidFields.class, () -> jpql("result.results.index=x", OF_BULK));

        assertThat(refused.fields()).containsOnlyKeys("result.results.index");
    }

    private static String jpql(String filter, Fields fields) {
        return ListingMother.jpql(filter, fields);
    }

    private static boolean refused(String name, Fields fields) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> jpql(name + "=x", fields));
        return "is unknown".equals(refused.fields().get(name));
    }
}
