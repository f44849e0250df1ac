package com.xpkit.sociallink;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What code calls, directly or through other code of the service. */
final class CallGraph {

    private CallGraph() {}

    /** All calls and references; calls of libraries are not followed. */
    static Set<JavaAccess<?>> reached(JavaCodeUnit from) {
        var reached = new HashSet<JavaAccess<?>>();
        var seen = new HashSet<JavaCodeUnit>();
        var left = new ArrayDeque<JavaCodeUnit>(Set.of(from));
        while (!left.isEmpty()) {
            var unit = left.pop();
            if (seen.add(unit)) {
                uses(unit)
                        .forEach(
                                used -> {
                                    reached.add(used);
                                    left.addAll(meant((CodeUnitAccessTarget) used.getTarget()));
                                });
            }
        }
        return reached;
    }

    private static Stream<JavaAccess<?>> uses(JavaCodeUnit unit) {
        return Stream.<Collection<? extends JavaAccess<?>>>of(
                        unit.getMethodCallsFromSelf(),
                        unit.getConstructorCallsFromSelf(),
                        unit.getMethodReferencesFromSelf(),
                        unit.getConstructorReferencesFromSelf())
                .flatMap(Collection::stream);
    }

    /** The implementations of the target in every class of the service that has one. */
    private static Set<JavaCodeUnit> meant(CodeUnitAccessTarget used) {
        var meant = new HashSet<JavaCodeUnit>();
        if (!used.getOwner().getPackageName().startsWith("com.xpkit")) {
            return meant;
        }
        used.resolveMember().ifPresent(meant::add);
        var types = used.getRawParameterTypes().stream().map(type -> type.getName());
        var names = types.toArray(String[]::new);
        used.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(used.getName(), names).stream())
                .forEach(meant::add);
        return meant;
    }
}
