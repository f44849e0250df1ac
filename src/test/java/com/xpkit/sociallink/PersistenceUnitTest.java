package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Servers differ in how they scan a WAR for entities, so persistence.xml names them all. */
class PersistenceUnitTest {

    @Test
    void listsExactlyTheExistingEntitiesAndConverters() throws Exception {
        var annotated =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackagesOf(SocialLinkApplication.class)
                                .stream()
                                .filter(PersistenceUnitTest::isStored)
                                .map(JavaClass::getName)
                                .toList();

        var listed = texts("class");

        assertThat(listed).containsExactlyInAnyOrderElementsOf(annotated).isNotEmpty();
    }

    @Test
    void keepsNoEntityInMemoryBeyondItsTransaction() throws Exception {
        assertThat(texts("shared-cache-mode")).containsExactly("NONE");
        assertThat(texts("exclude-unlisted-classes")).containsExactly("true");
    }

    private static boolean isStored(JavaClass type) {
        return type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(Converter.class)
                || type.isAnnotatedWith(Embeddable.class);
    }

    private static List<String> texts(String element) throws Exception {
        var found = unit().getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().trim())
                .toList();
    }

    private static Document unit() throws Exception {
        try (var xml =
                SocialLinkApplication.class.getResourceAsStream("/META-INF/persistence.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        }
    }
}
