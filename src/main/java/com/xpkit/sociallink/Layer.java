package com.xpkit.sociallink;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The layer of a package, and the packages that it may know. {@code ArchitectureTest} reads it.
 *
 * <ol>
 *   <li>Arrows go down: a package knows every package of the layers below its own, except that a bridge knows only the
 *       features that it names.
 *   <li>In its own layer it knows only the packages that it names.
 *   <li>Nobody knows a package that only looks at the service from outside.
 * </ol>
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Layer {

    Kind value();

    /** Packages of the same layer, and the features of a bridge, without {@code com.xpkit.sociallink}. */
    String[] knows() default {};

    /** Whether it only looks at the service or describes it, so that no other package may know it. */
    boolean looksFromOutside() default false;

    /** From the bottom up. */
    enum Kind {
        /** What any service needs. Knows nothing about Social Link. */
        PLATFORM,
        /** What features share: who acts, what changed, and how features work together without knowing each other. */
        KERNEL,
        /** One subject, from its resources down to its tables. */
        FEATURE,
        /** What connects features. */
        BRIDGE
    }
}
