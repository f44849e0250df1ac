package com.xpkit.sociallink.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** This build against the advisories in {@code src/test/advisories}. */
class AdvisoriesTest {

    @Test
    void shipsNothingThatIsKnownToHaveAHole() throws IOException {
        assertThat(AdvisoryCheck.ofThisBuild().faults(Shipped.ofThisBuild().parts())).isEmpty();
    }

    /** A file without its contents would let everything pass. */
    @Test
    void knowsTheHolesOfAnOlderDriver() throws IOException {
        var driver = Coordinates.maven("org.postgresql", "postgresql");
        var check = new AdvisoryCheck(AdvisoriesFile.RENEWED.read(), vendors(), List.of());

        assertThat(check.faults(List.of(new Part(driver, "42.7.11", "a test"))))
                .anyMatch(fault -> fault.contains("CVE-2026-54291"));
        assertThat(check.faults(List.of(new Part(driver, "42.7.12", "a test")))).isEmpty();
    }

    /** Only a warning: the date alone must not break a build that was green. */
    @Test
    void saysWhenTheAdvisoriesAreOld() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var renewed = AdvisoriesFile.RENEWED.read();

        renewed.warning(today).ifPresent(System.out::println);

        assertThat(renewed.renewed()).isBeforeOrEqualTo(today);
    }

    @Test
    void hasAReasonForEachAcceptance() throws IOException {
        assertThat(Acceptance.read(Acceptance.FILE))
                .allSatisfy(acceptance -> assertThat(acceptance.reason()).hasSizeGreaterThan(20));
    }

    @Test
    void hasASourceAndADateForEachStatementOfAVendor() throws IOException {
        var libraries = AdvisoriesFile.VENDORS.object().getJsonObject("libraries");

        assertThat(libraries.values())
                .isNotEmpty()
                .flatMap(list -> list.asJsonArray())
                .allSatisfy(
                        advisory -> {
                            assertThat(advisory.asJsonObject().getString("source")).isNotBlank();
                            assertThat(advisory.asJsonObject().getString("read"))
                                    .satisfies(LocalDate::parse);
                        });
    }

    /** What vendors say about something that is not shipped is never compared with anything. */
    @Test
    void hasNoStatementOfAVendorOnWhatIsNotShipped() throws IOException {
        assertThat(new TreeSet<>(vendors().byLibrary().keySet()))
                .isSubsetOf(Shipped.ofThisBuild().libraries());
    }

    private static Advisories vendors() throws IOException {
        return AdvisoriesFile.VENDORS.read();
    }
}
