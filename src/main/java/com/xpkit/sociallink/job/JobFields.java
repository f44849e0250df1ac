package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.work.Work;
import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.platform.listing.document.IndexedValueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields by which lists of jobs filter, order and search: a job's own members, and those that its steps show. What a step
 * shows after a success depends on its work; what it shows after a failure is always the same.
 */
@ApplicationScoped
public class JobFields {

    /** Until a job is finished its result is null, even if some steps are done. */
    private static final String FINISHED = "e.finished is not null";

    private static final IndexedValueRows OUTCOMES =
            IndexedValueRows.forShortLists("JobIndexedValue", "jobId", FINISHED);

    private static final String STEPS = "from JobStep s where s.jobId = e.id";

    @Inject WorkKinds works;

    Fields all() {
        return of(works.all());
    }

    static Fields of(Stream<Work> all) {
        var works = all.toList();
        var shown =
                Stream.concat(
                        Stream.of(false, true).flatMap(JobFields::ofFailures),
                        works.stream().flatMap(JobFields::ofSuccesses));
        return Fields.of(
                        Stream.concat(own(works), shown.map(OUTCOMES::field)).toArray(Field[]::new))
                .orElse(JobFields::fault, OUTCOMES::found);
    }

    private static Stream<Field> own(Collection<Work> works) {
        var isListed = isListed(works);
        return Stream.of(
                Field.uuid("job_id", "e.id"),
                Field.text("status", "e.status"),
                Field.text("info", "e.info"),
                Field.text("xpkit_service", "e.service"),
                Field.number("result.succeeded", "e.succeeded"),
                Field.number("result.failed", "e.failed"),
                Field.numbers(
                        "result.results.index",
                        "(select coalesce(min(s.place), -1) %s and %s)".formatted(STEPS, isListed),
                        isListed + " and exists (select s.place " + STEPS + " and {s.place})"));
    }

    /** Compares the kind, because EclipseLink would compare a boolean with 1, which H2 refuses. */
    private static String isListed(Collection<Work> works) {
        return works.stream()
                .filter(Work::isBulk)
                .map(work -> "'" + work.kind() + "'")
                .sorted()
                .collect(Collectors.joining(", ", "e.kind in (", ") and " + FINISHED));
    }

    private static Stream<String> ofFailures(boolean isBulk) {
        return Stream.of("error", "description").map(member -> JobView.path(isBulk, member));
    }

    private static Stream<String> ofSuccesses(Work work) {
        return work.outcome().stream().sorted().map(member -> JobView.path(work.isBulk(), member));
    }

    /** A failed step names the invalid fields of its input, which may have any name. */
    private static Optional<Field> fault(String name) {
        return Stream.of(false, true)
                .filter(isBulk -> name.startsWith(JobView.path(isBulk, "extra_info.fields.")))
                .filter(known -> Field.storable(name).isPresent())
                .map(known -> OUTCOMES.field(name))
                .findAny();
    }
}
