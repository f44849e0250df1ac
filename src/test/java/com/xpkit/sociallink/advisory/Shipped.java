package com.xpkit.sociallink.advisory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that operators get from us or are advised to use: the WAR with its contents, and the servers. */
record Shipped(List<Part> parts) {

    private static final Coordinates SWAGGER_UI = Coordinates.maven("org.webjars", "swagger-ui");

    private static final Path SCRIPT_LICENCES =
            Path.of("target/classes/com/xpkit/sociallink/docs/swagger-ui-bundle.js.LICENSE.txt");

    static Shipped ofThisBuild() throws IOException {
        var parts = new ArrayList<Part>();
        for (var library : LibraryList.read(LibraryList.FILE).libraries()) {
            parts.add(library.part());
            parts.addAll(Swallowed.in(library.jar(), library.part()));
        }
        for (var artifact : Pom.read(Path.of("pom.xml")).artifacts()) {
            parts.add(artifact);
            if (artifact.coordinates().equals(SWAGGER_UI)) {
                parts.addAll(
                        Swallowed.inScript(Files.readString(SCRIPT_LICENCES, UTF_8), artifact));
            }
        }
        var names = OtherNames.read(OtherNames.FILE);
        return new Shipped(parts.stream().flatMap(names::of).toList());
    }

    SortedSet<Coordinates> libraries() {
        return parts.stream().map(Part::coordinates).collect(Collectors.toCollection(TreeSet::new));
    }
}
