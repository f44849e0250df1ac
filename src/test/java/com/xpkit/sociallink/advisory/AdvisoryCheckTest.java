package com.xpkit.sociallink.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdvisoryCheckTest {

    private static final Coordinates LIBRARY = Coordinates.maven("org.example", "lib");
    private static final Advisory HOLE =
            new Advisory(
                    "GHSA-1",
                    List.of("CVE-2026-1"),
                    "HIGH",
                    "Reads too far",
                    List.of(VersionRange.until("0", "1.3")),
                    List.of());
    private static final Advisories NONE = of(Map.of());

    @Test
    void findsAHole() {
        var check = new AdvisoryCheck(of(Map.of(LIBRARY, List.of(HOLE))), NONE, List.of());

        assertThat(check.faults(shipped("1.2")))
                .containsExactly(
                        "Maven org.example:lib 1.2 (the WAR) is affected by GHSA-1, CVE-2026-1 (HIGH): Reads too far."
                                + " Update it, or say in src/test/advisories/accepted.json why it is shipped all the same");
        assertThat(check.faults(shipped("1.3"))).isEmpty();
    }

    @Test
    void findsAHoleThatOnlyItsVendorKnows() {
        var renewed = of(Map.of(LIBRARY, List.of()));
        var check = new AdvisoryCheck(renewed, of(Map.of(LIBRARY, List.of(HOLE))), List.of());

        assertThat(check.faults(shipped("1.2"))).singleElement().asString().contains("GHSA-1");
    }

    @Test
    void namesALibraryThatWasNotAskedFor() {
        var check = new AdvisoryCheck(NONE, of(Map.of(LIBRARY, List.of())), List.of());

        assertThat(check.faults(shipped("1.2")))
                .containsExactly(
                        "Maven org.example:lib 1.2 (the WAR) is shipped, and nobody has asked for its advisories:"
                                + " mvn -P advisories does");
    }

    @Test
    void letsAnAcceptedHoleBe() {
        var check =
                accepting(new Acceptance("CVE-2026-1", LIBRARY, List.of("1.2"), "not reachable"));

        assertThat(check.faults(shipped("1.2"))).isEmpty();
    }

    @Test
    void acceptsAHoleInTheVersionsThatItNames() {
        var check = accepting(new Acceptance("GHSA-1", LIBRARY, List.of("1.2"), "not reachable"));

        assertThat(check.faults(shipped("1.1")))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("is affected by GHSA-1"))
                .anyMatch(fault -> fault.contains("remove the entry"));
    }

    @Test
    void wantsAnAcceptanceRemovedThatNothingNeeds() {
        var check = accepting(new Acceptance("GHSA-1", LIBRARY, List.of("1.2"), "not reachable"));

        assertThat(check.faults(shipped("1.3")))
                .containsExactly(
                        "src/test/advisories/accepted.json accepts GHSA-1 of Maven org.example:lib 1.2, which is not shipped"
                                + " with it any more: remove the entry");
    }

    private static AdvisoryCheck accepting(Acceptance acceptance) {
        return new AdvisoryCheck(of(Map.of(LIBRARY, List.of(HOLE))), NONE, List.of(acceptance));
    }

    private static List<Part> shipped(String version) {
        return List.of(new Part(LIBRARY, version, "the WAR"));
    }

    private static Advisories of(Map<Coordinates, List<Advisory>> byLibrary) {
        return new Advisories(LocalDate.of(2026, 1, 2), "a test", byLibrary);
    }
}
