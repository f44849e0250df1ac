package com.xpkit.sociallink;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.xpkit.sociallink.platform.outbound.OutboundHttp;
import com.xpkit.sociallink.platform.settings.SystemClock;
import com.xpkit.sociallink.platform.storage.FailureLog;
import com.xpkit.sociallink.platform.storage.SettingsDataSource;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceContext;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

/** What no class may do, or only some. {@link LayersTest} checks which package may know which. */
@AnalyzeClasses(
        packagesOf = SocialLinkApplication.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "com.xpkit.sociallink.";

    @ArchTest
    static final ArchRule ONLY_THOSE_WHO_CALL_KNOW_THE_HTTP_CLIENT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + "platform.outbound",
                            ROOT + "wechat",
                            ROOT + "webhook",
                            ROOT + "warmup")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.hc..", ROOT + "platform.outbound..")
                    .because("every call to others must be reviewed, so there are few such places");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOW_THEIR_LIBRARY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "platform.metrics")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.prometheus..")
                    .because("what is counted must outlive the library that counts it");

    @ArchTest
    static final ArchRule ONLY_STORES_HOLD_THE_ENTITY_MANAGER =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "platform.listing")
                    .and()
                    .haveSimpleNameNotEndingWith("s")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(EntityManager.class)
                    .because("queries are in the plural-noun stores, where readers look for them");

    @ArchTest
    static final ArchRule ENTITIES_DO_NOT_KNOW_THE_WIRE =
            noClasses()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .or()
                    .areAnnotatedWith(MappedSuperclass.class)
                    .or()
                    .areAnnotatedWith(Embeddable.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "jakarta.json..", "jakarta.servlet..")
                    .because("what is stored and what is shown change for different reasons");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_A_SERVER =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.glassfish..",
                            "org.jboss..",
                            "org.wildfly..",
                            "org.hibernate..",
                            "org.eclipse.persistence..",
                            "org.eclipse.parsson..",
                            "org.eclipse.yasson..",
                            "io.smallrye..",
                            "fish.payara..",
                            "com.sun..",
                            "sun..",
                            "io.openliberty..",
                            "com.ibm..")
                    .because("the same WAR runs on every server: this is how portability dies");

    @ArchTest
    static final ArchRule ONLY_SETTINGS_READ_THE_CONFIGURATION =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "platform.settings")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.microprofile.config..")
                    .because("every wrong setting must be named in the same way");

    @ArchTest
    static final ArchRule ONLY_THE_DATA_SOURCE_KNOWS_DRIVERS =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "platform.storage", ROOT + "platform.h2")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.h2..", "org.postgresql..", "org.mariadb..")
                    .because("features must run on every database");

    @ArchTest
    static final ArchRule ONLY_THE_SCHEMA_KNOWS_FLYWAY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "platform.schema")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.flywaydb..")
                    .because("the migrations belong to one package");

    @ArchTest
    static final ArchRule INJECTED_FIELDS_ARE_PACKAGE_PRIVATE =
            fields().that()
                    .areAnnotatedWith(Inject.class)
                    .or()
                    .areAnnotatedWith(PersistenceContext.class)
                    .should()
                    .bePackagePrivate()
                    .because("only the bean's own tests set them");

    @ArchTest
    static final ArchRule NOBODY_TOUCHES_ANOTHERS_INJECTED_FIELD =
            noClasses()
                    .should()
                    .accessFieldWhere(isAnothersInjected())
                    .because("a client proxy's fields are empty");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .orShould()
                    .haveSimpleNameEndingWith("Service")
                    .orShould()
                    .haveSimpleNameEndingWith("Exception")
                    .because("these suffixes say nothing that the rest of the name does not");

    @ArchTest
    static final ArchRule LOGS_GO_THROUGH_THE_PLATFORM =
            noClasses()
                    .that()
                    // javax.sql requires a Logger; HttpClient's own must be silenced
                    .doNotBelongToAnyOf(SettingsDataSource.class, OutboundHttp.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.util.logging..",
                            "org.slf4j..",
                            "org.apache.commons.logging..",
                            "org.apache.log4j..",
                            "org.apache.logging..")
                    .because("System.Logger is the one that every server routes");

    @ArchTest
    static final ArchRule FAILURES_ARE_LOGGED_WITHOUT_THEIR_MESSAGES =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(FailureLog.class)
                    .should()
                    .callMethod(
                            System.Logger.class,
                            "log",
                            System.Logger.Level.class,
                            String.class,
                            Throwable.class)
                    .orShould()
                    .callMethodWhere(isTextOfAFailure())
                    .because(
                            "the message of a database's exception contains an OpenID, that of a parser's"
                                    + " its input");

    @ArchTest
    static final ArchRule NOBODY_PRINTS =
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(PrintStream.class)
                    .orShould()
                    .callMethod(Throwable.class, "printStackTrace")
                    .because("a server's operator reads its log");

    @ArchTest
    static final ArchRule ONLY_THE_CLOCK_KNOWS_THE_TIME =
            classes()
                    .that()
                    .doNotBelongToAnyOf(SystemClock.class)
                    .should(not(callMethod(System.class, "currentTimeMillis")))
                    .andShould(not(callMethod(Instant.class, "now")))
                    .andShould(not(callMethod(LocalDate.class, "now")))
                    .andShould(not(callMethod(LocalDateTime.class, "now")))
                    .andShould(not(callMethod(OffsetDateTime.class, "now")))
                    .andShould(not(callMethod(ZonedDateTime.class, "now")))
                    .andShould(not(callMethod(Clock.class, "systemUTC")))
                    .andShould(not(callMethod(Clock.class, "systemDefaultZone")))
                    .because("a rule about time must be testable without waiting for it");

    @ArchTest
    static final ArchRule NOBODY_USES_OLD_DATES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Date.class)
                    .because("java.time says what is meant");

    @ArchTest
    static final ArchRule NO_BEAN_KEEPS_ITS_CALLER_IN_A_THREAD =
            noFields()
                    .should()
                    .haveRawType(
                            describe("a ThreadLocal", t -> t.isAssignableTo(ThreadLocal.class)))
                    .because("the account travels as a parameter");

    private static DescribedPredicate<JavaMethodCall> isTextOfAFailure() {
        return describe(
                "Throwable.toString()",
                call ->
                        call.getTarget().getName().equals("toString")
                                && call.getTargetOwner().isAssignableTo(Throwable.class));
    }

    private static DescribedPredicate<JavaFieldAccess> isAnothersInjected() {
        return describe(
                "it is another's injected field",
                access -> isInjected(access) && !owner(access).equals(access.getTargetOwner()));
    }

    private static boolean isInjected(JavaFieldAccess access) {
        return access.getTarget()
                .resolveMember()
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .isPresent();
    }

    private static JavaClass owner(JavaAccess<?> access) {
        return access.getOriginOwner();
    }
}
