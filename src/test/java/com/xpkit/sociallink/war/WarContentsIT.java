package com.xpkit.sociallink.war;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.advisory.CheckedLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fails if something is added to the WAR, on purpose or by a new version of a library. */
class WarContentsIT {

    private static final long MAX_BYTES = 10_300 * 1_024;

    private static final List<String> OWN_FILES =
            List.of(
                    "META-INF/MANIFEST\\.MF",
                    "META-INF/(LICENSE|NOTICE)",
                    "META-INF/maven/com\\.xpkit/sociallink/pom\\.(xml|properties)",
                    "openapi\\.yaml",
                    "WEB-INF/(web|beans|jboss-web|jboss-deployment-structure)\\.xml",
                    "WEB-INF/classes/META-INF/(persistence\\.xml|openapi\\.yaml)",
                    "WEB-INF/classes/META-INF/microprofile-config\\.properties",
                    "WEB-INF/classes/db/migration/V[0-9]+__[a-z_]+\\.sql",
                    "WEB-INF/classes/db/(migration|callback)/flyway\\.location",
                    "WEB-INF/classes/com/xpkit/sociallink/.+\\.class",
                    "WEB-INF/classes/com/xpkit/sociallink/link/error-page\\.html",
                    "WEB-INF/classes/com/xpkit/sociallink/docs/(index\\.html|docs\\.(js|css))",
                    "WEB-INF/classes/com/xpkit/sociallink/docs/(arrow|arrow-right|copy|tick)\\.svg",
                    // the files of Swagger UI that the page for readers of the API needs:
                    // docs/adr/0026
                    "WEB-INF/classes/com/xpkit/sociallink/docs/swagger-ui-bundle\\.js(\\.LICENSE\\.txt)?",
                    "WEB-INF/classes/com/xpkit/sociallink/docs/swagger-ui\\.css",
                    "WEB-INF/classes/com/xpkit/sociallink/docs/favicon-32x32\\.png",
                    "WEB-INF/classes/com/xpkit/sociallink/platform/metrics/build\\.properties",
                    "WEB-INF/lib/[^/]+\\.jar");

    /** The platform, its implementations, and what it makes superfluous. */
    private static final List<String> BELONG_TO_SERVERS =
            List.of(
                    "jakarta/",
                    "javax/",
                    "org/eclipse/",
                    "org/glassfish/",
                    "com/sun/",
                    "fish/payara/",
                    "org/jboss/",
                    "org/wildfly/",
                    "io/undertow/",
                    "io/smallrye/",
                    "org/hibernate/",
                    "io/openliberty/",
                    "com/ibm/",
                    "org/apache/",
                    "org/slf4j/",
                    "com/fasterxml/",
                    "com/google/gson/");

    /** HttpClient, which no server shows to applications, and SLF4J, for which WildFly prefers its own version. */
    private static final List<String> OURS_ALL_THE_SAME = List.of("org/apache/hc/", "org/slf4j/");

    private static final String READ_BY_SERVERS =
            "META-INF/((web-fragment|beans|persistence|ejb-jar)\\.xml|(resources|services)/.+)";

    private static final List<String> SERVICES =
            List.of(
                    "META-INF/services/java.sql.Driver",
                    "META-INF/services/org.flywaydb.core.extensibility.Plugin",
                    "META-INF/services/org.mariadb.jdbc.plugin.AuthenticationPluginFactory",
                    "META-INF/services/org.mariadb.jdbc.plugin.Codec",
                    "META-INF/services/org.mariadb.jdbc.plugin.CredentialPlugin",
                    "META-INF/services/org.mariadb.jdbc.plugin.TlsSocketPlugin",
                    "META-INF/services/org.slf4j.spi.SLF4JServiceProvider");

    private final War war = War.packaged();

    @Test
    void holdsOnlyJarsThatHaveAReason() throws IOException {
        assertThat(war.jars()).allSatisfy(jar -> assertThat(Library.of(jar)).isPresent());
        assertThat(war.jars())
                .map(WarContentsIT::library)
                .containsExactlyInAnyOrder(Library.values());
    }

    /** {@code AdvisoriesTest} runs before there is a WAR: it uses Maven's list. */
    @Test
    void holdsTheJarsWhoseAdvisoriesAreChecked() throws IOException {
        assertThat(war.jars())
                .map(Jar::file)
                .containsExactlyInAnyOrderElementsOf(CheckedLibraries.files());
    }

    @Test
    void namesEachJarAndItsLicenceInNotice() throws IOException {
        var lines = Files.readAllLines(Path.of("NOTICE"));

        assertThat(Library.values())
                .allSatisfy(
                        library ->
                                assertThat(lines)
                                        .as(library.artifact())
                                        .anyMatch(
                                                line -> line.startsWith(library.artifact() + " ")));
    }

    @Test
    void holdsNoFileThatNobodyHasNamed() throws IOException {
        var entries = war.entries();

        assertThat(entries).allMatch(entry -> OWN_FILES.stream().anyMatch(entry::matches));
        assertThat(OWN_FILES).allMatch(named -> entries.stream().anyMatch(e -> e.matches(named)));
    }

    @Test
    void staysSmall() throws IOException {
        assertThat(war.bytes()).isLessThan(MAX_BYTES);
        assertThat(war.jars()).allMatch(jar -> jar.bytes() < library(jar).maxBytes());
    }

    @Test
    void bringsNoClassThatServersBring() throws IOException {
        assertThat(classes())
                .isNotEmpty()
                .filteredOn(path -> OURS_ALL_THE_SAME.stream().noneMatch(path::startsWith))
                .noneMatch(path -> BELONG_TO_SERVERS.stream().anyMatch(path::startsWith));
    }

    /** A library that bundles another one would hide what has to be patched. */
    @Test
    void hasEachLibrarysClassesBelowItsOwnPackage() throws IOException {
        for (var jar : war.jars()) {
            assertThat(jar.classes())
                    .as(jar.file())
                    .isNotEmpty()
                    .allMatch(path -> path.startsWith(library(jar).root()));
        }
    }

    @Test
    void hasNoClassTwice() throws IOException {
        assertThat(classes()).doesNotHaveDuplicates();
    }

    /** Servers look for these in every jar. */
    @Test
    void letsNoLibraryAddItselfToAServer() throws IOException {
        assertThat(war.jars())
                .flatMap(Jar::entries)
                .filteredOn(entry -> entry.matches(READ_BY_SERVERS))
                .isNotEmpty()
                .allMatch(SERVICES::contains);
    }

    private List<String> classes() throws IOException {
        return war.jars().stream().flatMap(Jar::classes).toList();
    }

    private static Library library(Jar jar) {
        return Library.of(jar).orElseThrow();
    }
}
