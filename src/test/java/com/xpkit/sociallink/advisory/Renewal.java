package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/** Finds out what is published about the libraries that we ship, and writes it into the file. */
final class Renewal {

    static final String COMMAND = "mvn -P advisories";

    private final OsvSource source;
    private final Clock clock;

    Renewal(OsvSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Renews {@code src/test/advisories/osv.json}, and prints what the test will say about it.
     *
     * @param arguments nothing for OSV's own API; the http address of another one; or a directory of records and, as
     *     a second argument, a description of them
     */
    public static void main(String[] arguments) throws IOException {
        var shipped = Shipped.ofThisBuild();
        var source = source(arguments);
        var advisories = new Renewal(source, Clock.systemUTC()).of(shipped.libraries());
        AdvisoriesFile.RENEWED.write(advisories);
        System.out.printf(
                "%s: %d libraries, %d advisories in any version, from %s%n",
                AdvisoriesFile.RENEWED.file(),
                advisories.byLibrary().size(),
                advisories.byLibrary().values().stream().mapToInt(List::size).sum(),
                source.name());
        AdvisoryCheck.ofThisBuild().faults(shipped.parts()).forEach(System.out::println);
    }

    /**
     * @param arguments null where Maven's property is empty
     */
    static OsvSource source(String... arguments) {
        var texts = Arrays.stream(arguments).filter(a -> a != null && !a.isBlank()).toList();
        if (texts.isEmpty()) {
            return new OsvApi(OsvApi.PUBLIC);
        }
        var place = texts.get(0);
        if (place.matches("https?://.+")) {
            return new OsvApi(URI.create(place));
        }
        var name = texts.size() > 1 ? texts.get(1) : "records in " + Path.of(place).getFileName();
        return new OsvDirectory(Path.of(place), name);
    }

    /** Sorted, so that two files can be compared. */
    Advisories of(Collection<Coordinates> libraries) throws IOException {
        var records = source.records(libraries);
        var byLibrary = new HashMap<Coordinates, List<Advisory>>();
        for (var library : new TreeSet<>(libraries)) {
            byLibrary.put(
                    library,
                    records.stream()
                            .flatMap(record -> record.about(library).stream())
                            .sorted(Comparator.comparing(Advisory::id))
                            .toList());
        }
        return new Advisories(LocalDate.now(clock), source.name(), byLibrary);
    }
}
