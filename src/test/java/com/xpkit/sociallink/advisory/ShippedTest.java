package com.xpkit.sociallink.advisory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedTest {

    private static final Part DRIVER =
            new Part(Coordinates.maven("org.postgresql", "postgresql"), "42.7.14", "the WAR");

    @TempDir Path directory;

    @Test
    void readsMavensListOfTheWar() throws IOException {
        var list =
                list(
                        """
                        The following files have been resolved:
                           org.postgresql:postgresql:jar:42.7.14:compile:/m2/postgresql-42.7.14.jar -- module org.postgresql.jdbc [auto]
                           org.slf4j:slf4j-jdk14:jar:2.0.17:runtime:/m2/slf4j-jdk14-2.0.17.jar

                        """);

        assertThat(LibraryList.read(list).libraries())
                .containsExactly(
                        new LibraryList.Library(DRIVER, Path.of("/m2/postgresql-42.7.14.jar")),
                        new LibraryList.Library(
                                new Part(
                                        Coordinates.maven("org.slf4j", "slf4j-jdk14"),
                                        "2.0.17",
                                        "the WAR"),
                                Path.of("/m2/slf4j-jdk14-2.0.17.jar")));
    }

    @Test
    void skipsNoLineThatItDoesNotUnderstand() throws IOException {
        var list = list("   a:b:jar:1:compile:/b.jar\n   a:c:jar:tests:1:compile:/c.jar\n");

        assertThatThrownBy(() -> LibraryList.read(list))
                .hasMessageContaining("is not a list of jars");
        assertThatThrownBy(() -> LibraryList.read(list(""))).isInstanceOf(IOException.class);
    }

    @Test
    void findsWhatTheBuildUnpacks() throws IOException {
        var pom = Files.writeString(directory.resolve("pom.xml"), POM);

        assertThat(Pom.read(pom).artifacts())
                .containsExactly(
                        new Part(
                                Coordinates.maven("org.wildfly", "wildfly-dist"),
                                "39.0.1.Final",
                                "pom.xml"),
                        new Part(Coordinates.maven("org.example", "fixed"), "7", "pom.xml"));
    }

    @Test
    void findsWhatALibraryBundles() throws IOException {
        var jar = directory.resolve("driver.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(zip, "META-INF/maven/org.postgresql/postgresql/pom.properties", "version=42.7.14");
            put(zip, "META-INF/maven/org.example/inner/pom.properties", "version=1.2");
            put(zip, "META-INF/licenses/com.ongres.scram/scram-client-3.2/META-INF/LICENSE", "");
            put(zip, "META-INF/licenses/com.ongres.scram/scram-client-3.2/META-INF/NOTICE", "");
            put(zip, "META-INF/LICENSE", "");
        }

        assertThat(Swallowed.in(jar, DRIVER))
                .containsExactlyInAnyOrder(
                        inside(Coordinates.maven("org.example", "inner"), "1.2"),
                        inside(Coordinates.maven("com.ongres.scram", "scram-client"), "3.2"));
    }

    @Test
    void findsWhatAScriptSaysOfItself() {
        var licences =
                """
                /*! ieee754. BSD-3-Clause License. */
                /*! @license DOMPurify 3.4.17 | (c) Cure53 and other contributors */
                 * @license MIT
                """;

        assertThat(Swallowed.inScript(licences, DRIVER))
                .containsExactly(inside(Coordinates.npm("dompurify"), "3.4.17"));
    }

    @Test
    void countsAPartUnderEachOfItsNames() throws IOException {
        var names = directory.resolve("names.json");
        Files.writeString(names, "{\"Maven org.postgresql:postgresql\": [\"npm pg\"]}");

        assertThat(OtherNames.read(names).of(DRIVER))
                .map(Part::coordinates)
                .containsExactly(DRIVER.coordinates(), Coordinates.npm("pg"));
    }

    /** If one of these is missing, the build has changed but the check has not. */
    @Test
    void findsAllThatThisBuildShips() throws IOException {
        var libraries = Shipped.ofThisBuild().libraries();

        assertThat(libraries)
                .contains(
                        Coordinates.maven("com.github.ben-manes.caffeine", "caffeine"),
                        Coordinates.maven("org.slf4j", "slf4j-jdk14"),
                        Coordinates.maven("com.ongres.scram", "scram-client"),
                        Coordinates.maven("fish.payara.extras", "payara-micro"),
                        Coordinates.maven("fish.payara.distributions", "payara"),
                        Coordinates.maven("org.wildfly", "wildfly-dist"),
                        Coordinates.maven("io.openliberty", "openliberty-runtime"),
                        Coordinates.npm("swagger-ui-dist"),
                        Coordinates.npm("dompurify"))
                .noneMatch(library -> library.name().contains("junit"));
    }

    private Path list(String content) throws IOException {
        return Files.writeString(directory.resolve("list.txt"), content);
    }

    private static Part inside(Coordinates library, String version) {
        return new Part(library, version, "inside of org.postgresql:postgresql");
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <properties><wildfly.version>39.0.1.Final</wildfly.version></properties>
              <dependencies>
                <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId><version>4</version></dependency>
              </dependencies>
              <profiles><profile><build><artifactItems>
                <artifactItem>
                  <groupId>org.wildfly</groupId><artifactId>wildfly-dist</artifactId><version>${wildfly.version}</version>
                </artifactItem>
                <artifactItem>
                  <groupId>org.example</groupId><artifactId>fixed</artifactId><version>7</version>
                </artifactItem>
              </artifactItems></build></profile></profiles>
            </project>
            """;
}
