package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import org.junit.jupiter.api.Test;

class SocialLinkApplicationTest {

    @Test
    void namesEveryResourceAndEveryProvider() {
        var ours =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.xpkit.sociallink");

        var annotated =
                ours.stream()
                        .filter(
                                c ->
                                        c.isAnnotatedWith(Path.class)
                                                || c.isAnnotatedWith(Provider.class))
                        .map(JavaClass::getName);

        assertThat(new SocialLinkApplication().getClasses().stream().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(annotated.toList());
    }
}
