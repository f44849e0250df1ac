package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The build's POM. */
record Pom(Document document) {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(.+)}");

    static Pom read(Path file) throws IOException {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new Pom(builder.parse(file.toFile()));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(file + " cannot be read", broken);
        }
    }

    /**
     * What the build copies or unpacks: servers, Swagger UI. It includes no dependencies. An artifact that profiles
     * name by their properties occurs once for each such profile.
     */
    List<Part> artifacts() {
        return elements(document.getElementsByTagName("artifactItem"))
                .flatMap(item -> scopes(item).map(scope -> part(item, scope)))
                .toList();
    }

    /** The properties that resolve an artifact. */
    private Stream<Element> scopes(Element item) {
        var group = PROPERTY.matcher(text(item, "groupId"));
        return group.matches()
                ? properties().filter(scope -> find(scope, group.group(1)).isPresent())
                : properties().limit(1);
    }

    private static Part part(Element item, Element scope) {
        return new Part(
                Coordinates.maven(
                        resolved(text(item, "groupId"), scope),
                        resolved(text(item, "artifactId"), scope)),
                resolved(text(item, "version"), scope),
                "pom.xml");
    }

    /** A property of a profile may refer to one of the project. */
    private static String resolved(String value, Element scope) {
        var property = PROPERTY.matcher(value);
        return property.matches() ? resolved(property(property.group(1), scope), scope) : value;
    }

    private static String property(String name, Element scope) {
        var project = scope.getOwnerDocument().getElementsByTagName("properties").item(0);
        return find(scope, name).orElseGet(() -> text((Element) project, name));
    }

    /** The project's, then those of the profiles. */
    private Stream<Element> properties() {
        return elements(document.getElementsByTagName("properties"));
    }

    private static String text(Element parent, String name) {
        return find(parent, name)
                .orElseThrow(() -> new IllegalArgumentException("pom.xml has no " + name));
    }

    private static Optional<String> find(Element parent, String name) {
        return elements(parent.getElementsByTagName(name))
                .map(element -> element.getTextContent().strip())
                .findFirst();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
