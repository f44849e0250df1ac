package com.xpkit.sociallink.advisory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The build's own description. */
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

    /** What the build copies or unpacks whole, in any profile: servers, Swagger UI. No dependency is among them. */
    List<Part> artifacts() {
        return elements(document.getElementsByTagName("artifactItem"))
                .map(
                        item ->
                                new Part(
                                        Coordinates.maven(
                                                text(item, "groupId"), text(item, "artifactId")),
                                        resolved(text(item, "version")),
                                        "pom.xml"))
                .toList();
    }

    private String resolved(String value) {
        var property = PROPERTY.matcher(value);
        return property.matches() ? property(property.group(1)) : value;
    }

    private String property(String name) {
        var project = (Element) document.getElementsByTagName("properties").item(0);
        return text(project, name);
    }

    private static String text(Element parent, String name) {
        return elements(parent.getElementsByTagName(name))
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pom.xml has no " + name));
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
