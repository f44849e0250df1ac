package com.xpkit.sociallink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the rules of {@link Layer}, and the drawing of the layers in CONTRIBUTING.md. */
@AnalyzeClasses(
        packagesOf = SocialLinkApplication.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    private static final String ROOT = "com.xpkit.sociallink.";
    private static final Pattern IMPORT =
            Pattern.compile(
                    "import (?:static )?com\\.xpkit\\.sociallink\\.((?:[a-z]+\\.)*[a-z]+)\\.[A-Z]");

    @ArchTest
    static final ArchRule PACKAGES_KNOW_WHAT_THEIR_LAYER_ALLOWS =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "*..")
                    .should(knowOnlyWhatTheirLayerAllows())
                    .because("the arrows go down, and the exceptions are named in package-info");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(ROOT + "(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("two packages that know each other are one");

    @ArchTest
    static void everyPackageHasALayer(JavaClasses classes) {
        assertThat(packages(classes).filter(each -> layer(each).isEmpty())).isEmpty();
    }

    @ArchTest
    static void everyPackageKnowsWhatItNames(JavaClasses classes) {
        packages(classes)
                .forEach(
                        each ->
                                assertThat(knownBy(each))
                                        .as(name(each))
                                        .containsAll(names(layer(each).orElseThrow())));
    }

    /** The compiler forgets an import that only a Javadoc link needs. */
    @ArchTest
    static void importsGoDownToo(JavaClasses classes) throws IOException {
        var layers =
                packages(classes)
                        .collect(
                                Collectors.toMap(
                                        LayersTest::name, each -> layer(each).orElseThrow()));
        var sources = Path.of("src/main/java/com/xpkit/sociallink");
        for (var from : layers.keySet()) {
            for (var source : sources(sources.resolve(from.replace('.', '/')))) {
                var imports = IMPORT.matcher(Files.readString(source));
                assertThat(imports.results().map(each -> each.group(1)))
                        .as(source.toString())
                        .allMatch(
                                to ->
                                        to.equals(from)
                                                || isAllowed(layers.get(from), layers.get(to), to));
            }
        }
    }

    private static List<Path> sources(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ArchTest
    static void contributingShowsTheLayers(JavaClasses classes) throws IOException {
        assertThat(Files.readString(Path.of("CONTRIBUTING.md")))
                .contains("```\n" + drawing(classes) + "```\n");
    }

    private static ArchCondition<JavaClass> knowOnlyWhatTheirLayerAllows() {
        return new ArchCondition<>("know only what their layer allows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> isOurs(arrow.getTargetClass()) && !isAllowed(arrow))
                        .map(arrow -> SimpleConditionEvent.violated(arrow, arrow.getDescription()))
                        .forEach(events::add);
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("com.xpkit.");
    }

    private static boolean isAllowed(Dependency arrow) {
        var from = arrow.getOriginClass().getPackage();
        var to = arrow.getTargetClass().getPackage();
        return from.equals(to)
                || arrow.getTargetClass().isEquivalentTo(Layer.class)
                || arrow.getTargetClass().isEquivalentTo(Layer.Kind.class)
                || layer(to)
                        .map(known -> isAllowed(layer(from).orElseThrow(), known, name(to)))
                        .orElse(false);
    }

    private static boolean isAllowed(Layer from, Layer to, String name) {
        var isNamed = names(from).contains(name);
        var isOfBridge = from.value() == Layer.Kind.BRIDGE && to.value() == Layer.Kind.FEATURE;
        var isBelow = to.value().compareTo(from.value()) < 0;
        var mayBeNamed = to.value() == from.value() || isOfBridge;
        return !to.looksFromOutside() && (isBelow && !isOfBridge || mayBeNamed && isNamed);
    }

    private static Stream<JavaPackage> packages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.getName().startsWith(ROOT))
                .sorted(Comparator.comparing(JavaPackage::getName));
    }

    private static Optional<Layer> layer(JavaPackage each) {
        return each.tryGetAnnotationOfType(Layer.class);
    }

    private static List<String> names(Layer layer) {
        return Arrays.asList(layer.knows());
    }

    private static String name(JavaPackage each) {
        return each.getName().substring(ROOT.length());
    }

    private static Set<String> knownBy(JavaPackage each) {
        return each.getClassDependenciesFromThisPackage().stream()
                .map(arrow -> arrow.getTargetClass().getPackage())
                .filter(known -> known.getName().startsWith(ROOT))
                .map(LayersTest::name)
                .collect(Collectors.toSet());
    }

    /** A line for each package with its parts, and an arrow to the packages that it names. */
    private static String drawing(JavaClasses classes) {
        return Stream.of(Layer.Kind.values())
                .sorted(Comparator.reverseOrder())
                .map(kind -> kind.name().toLowerCase() + "\n" + lines(classes, kind))
                .collect(joining());
    }

    private static String lines(JavaClasses classes, Layer.Kind kind) {
        return packages(classes)
                .filter(each -> layer(each).orElseThrow().value() == kind)
                .map(LayersTest::line)
                .collect(joining());
    }

    private static String line(JavaPackage each) {
        var known = names(layer(each).orElseThrow());
        var name = name(each);
        return known.isEmpty()
                ? "  " + name + "\n"
                : "  %-26s → %s%n".formatted(name, String.join(", ", known));
    }
}
