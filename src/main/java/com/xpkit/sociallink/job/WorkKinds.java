package com.xpkit.sociallink.job;

import com.xpkit.sociallink.kernel.work.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of work that this node can do. Nodes with another version may know others. */
@ApplicationScoped
public class WorkKinds {

    @Inject @Any Instance<Work> all;

    Stream<Work> all() {
        return all.stream();
    }

    Set<String> kinds() {
        return all().map(Work::kind).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws IllegalStateException if this node does not know the kind
     */
    Work of(String kind) {
        return all().filter(work -> work.kind().equals(kind))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No work is of the kind " + kind));
    }
}
