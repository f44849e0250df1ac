package com.xpkit.sociallink;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.xpkit.sociallink.kernel.RequiresScope;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The requests that the code answers, found by reflection: the methods of resources, and the patterns of servlets.
 */
final class Routes {

    private final Map<String, Method> methods = new TreeMap<>();
    private final Set<String> servlets = new TreeSet<>();
    private final JavaClasses code;

    Routes() {
        code =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.xpkit.sociallink");
        code.stream()
                .filter(c -> c.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .forEach(this::addResource);
        code.stream()
                .filter(c -> c.isAnnotatedWith(WebServlet.class))
                .map(c -> c.reflect().getAnnotation(WebServlet.class))
                .forEach(servlet -> servlets.addAll(Arrays.asList(servlet.value())));
    }

    private void addResource(Class<?> resource) {
        for (var method : resource.getDeclaredMethods()) {
            verb(method).ifPresent(verb -> methods.put(verb + " " + path(method), method));
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(a -> Stream.ofNullable(a.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        var root = SocialLinkApplication.class.getAnnotation(ApplicationPath.class).value();
        var own = method.getAnnotation(Path.class);
        return root
                + method.getDeclaringClass().getAnnotation(Path.class).value()
                + (own == null ? "" : own.value());
    }

    /** The resources' methods by the request that they answer, such as {@code GET /api/app/{id}}. */
    Map<String, Method> methods() {
        return methods;
    }

    /** The scope that a caller needs; empty if no token is required. */
    static Optional<String> scope(Method method) {
        return Optional.ofNullable(method.getAnnotation(RequiresScope.class))
                .map(required -> required.value().word());
    }

    /** All classes except tests. */
    JavaClasses code() {
        return code;
    }

    /** The patterns that servlets answer, such as {@code *.txt}. */
    Set<String> servlets() {
        return servlets;
    }
}
