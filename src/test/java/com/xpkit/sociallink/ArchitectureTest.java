package com.xpkit.sociallink;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.xpkit.sociallink.outbound.OutboundHttp;
import com.xpkit.sociallink.settings.SystemClock;
import com.xpkit.sociallink.storage.FailureLog;
import com.xpkit.sociallink.storage.SettingsDataSource;
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
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;

/** Who may know whom, as the {@code package-info} files say it, and what nobody does. */
@AnalyzeClasses(
        packagesOf = SocialLinkApplication.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "com.xpkit.sociallink.";

    @ArchTest
    static final ArchRule ADDRESS_KNOWS_NOBODY =
            knowsOnly("address")
                    .because("where a visitor may be sent must be judged without any context");

    @ArchTest
    static final ArchRule SETTINGS_KNOW_ADDRESS =
            knowsOnly("settings", "address")
                    .because("everybody may know them; which hosts all read alike is said once");

    @ArchTest
    static final ArchRule STORAGE_KNOWS_SETTINGS =
            knowsOnly("storage", "settings")
                    .because("what is stored in the database is the features' own affair");

    @ArchTest
    static final ArchRule API_KNOWS_SETTINGS_AND_WHAT_A_FAILED_WRITE_MEANS =
            knowsOnly("api", "settings", "storage")
                    .because("every feature knows api, so it must know none");

    @ArchTest
    static final ArchRule DOCS_KNOW_API =
            knowsOnly("docs", "api").because("they show a file, whatever it describes");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_DOCS =
            isKnownOnlyBy("docs").because("nothing works differently where they are shown");

    @ArchTest
    static final ArchRule LISTING_KNOWS_API =
            knowsOnly("listing", "api", "settings", "storage")
                    .because("lists are the same for every resource");

    @ArchTest
    static final ArchRule LISTING_ITSELF_KNOWS_NO_DOCUMENTS =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "listing")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "listing.member..")
                    .because("a member of a document is a field as any other");

    @ArchTest
    static final ArchRule SEALING_KNOWS_NO_FEATURE =
            knowsOnly("sealing", "settings", "storage")
                    .because("who seals is the caller's affair, by purpose");

    @ArchTest
    static final ArchRule FLOW_KNOWS_SEALING_AND_SETTINGS =
            knowsOnly("flow", "sealing", "settings")
                    .because("a flow travels with the visitor and needs nothing that is stored");

    @ArchTest
    static final ArchRule WECHAT_IS_AN_ISLAND =
            knowsOnly("wechat", "metrics", "outbound", "settings")
                    .because("WeChat's words and troubles must stay behind its door");

    @ArchTest
    static final ArchRule CONFIGURATION_IS_AN_ISLAND =
            knowsOnly(
                            "configuration",
                            "address",
                            "api",
                            "listing",
                            "quota",
                            "sealing",
                            "settings",
                            "storage")
                    .because("it can then change, and be tested, without the other features");

    @ArchTest
    static final ArchRule PROFILE_IS_AN_ISLAND =
            knowsOnly("profile", "api", "listing", "quota", "settings", "storage", "work")
                    .because("profiles outlive the ways by which visitors reach them");

    @ArchTest
    static final ArchRule PROFILE_ITSELF_KNOWS_DUPLICATE_ALONE =
            partKnowsOnly("profile", "profile.duplicate..")
                    .because(
                            "what a profile is must not depend on what is done with profiles;"
                                    + " every write notes the doubles that it makes");

    @ArchTest
    static final ArchRule DUPLICATE_KNOWS_NO_PROFILES =
            partKnowsOnly("profile.duplicate..")
                    .because("pairs are of ids: profiles note them, and so cannot be known here");

    @ArchTest
    static final ArchRule QUERY_KNOWS_PROFILE =
            partKnowsOnly("profile.query..", "profile")
                    .because("which members have a meaning is written down once, in profile");

    @ArchTest
    static final ArchRule KEEPING_KNOWS_NO_MERGES =
            partKnowsOnly("profile.keeping..", "profile", "profile.query..")
                    .because("where a merged profile went it asks of Survivors alone");

    @ArchTest
    static final ArchRule MERGE_KNOWS_NO_QUERY =
            partKnowsOnly("profile.merge..", "profile", "profile.duplicate..", "profile.keeping..")
                    .because("a merge finds its profiles by their ids");

    @ArchTest
    static final ArchRule PARTS_OF_PROFILE_HAVE_NO_CYCLES =
            slices().matching(ROOT + "profile.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because(
                            "a feature that was split into parts that know each other is still one");

    @ArchTest
    static final ArchRule ACCESS_IS_AN_ISLAND =
            knowsOnly("access", "api", "listing", "quota", "sealing", "settings", "storage")
                    .because("accounts learn what they hold from HeldByAccount alone");

    @ArchTest
    static final ArchRule JOB_IS_AN_ISLAND =
            knowsOnly(
                            "job",
                            "address",
                            "api",
                            "listing",
                            "metrics",
                            "outbound",
                            "quota",
                            "sealing",
                            "settings",
                            "storage",
                            "work")
                    .because("a job outlives its request and must not know who asked for it");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_JOB =
            isKnownOnlyBy("job")
                    .because("features leave their work in a WorkQueue and never see who does it");

    @ArchTest
    static final ArchRule WEBHOOK_KNOWS_NO_JOB =
            knowsOnly("job.webhook", "address", "api", "outbound", "settings", "work")
                    .because("whom we may call, and how, must be judged without any context");

    @ArchTest
    static final ArchRule OUTBOUND_KNOWS_SETTINGS =
            knowsOnly("outbound", "settings")
                    .because("how others are called is the same, whoever they are");

    @ArchTest
    static final ArchRule OUTBOUND_IS_KNOWN_BY_THOSE_WHO_CALL =
            isKnownOnlyBy("outbound", "wechat", "job.webhook")
                    .because("everything else is answered from here");

    @ArchTest
    static final ArchRule ONLY_THOSE_WHO_CALL_KNOW_THE_HTTP_CLIENT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + "outbound", ROOT + "wechat", ROOT + "job.webhook")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.hc..")
                    .because("whoever calls others must be judged: there are few such places");

    @ArchTest
    static final ArchRule WORK_KNOWS_API =
            knowsOnly("work", "api")
                    .because("it is where jobs and features meet without knowing each other");

    @ArchTest
    static final ArchRule TOKEN_KNOWS_ACCESS =
            knowsOnly("token", "access", "api", "limit", "sealing", "settings", "storage", "work")
                    .because("getting in is about apps and keys, not about visitors");

    @ArchTest
    static final ArchRule LIMIT_KNOWS_API =
            knowsOnly("limit", "api", "settings")
                    .because("it counts names, and what they stand for is the caller's affair");

    @ArchTest
    static final ArchRule QUOTA_KNOWS_API =
            knowsOnly("quota", "api", "settings", "storage")
                    .because("how many there are it is told by those who have them");

    @ArchTest
    static final ArchRule ONLY_TOKEN_KNOWS_LIMIT =
            isKnownOnlyBy("limit", "token")
                    .because("who calls is known where a token is recognised, and nowhere else");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_LINKING =
            isKnownOnlyBy("linking")
                    .because("the visitor's round trip puts the islands together, from outside");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_TOKEN =
            isKnownOnlyBy("token")
                    .because("resources ask for a scope with @RequiresScope and never see a token");

    @ArchTest
    static final ArchRule ONLY_LINKING_KNOWS_FLOW =
            isKnownOnlyBy("flow", "linking")
                    .because("a flow is one visitor's way, and that is linking's");

    @ArchTest
    static final ArchRule ONLY_LINKING_KNOWS_WECHAT =
            isKnownOnlyBy("wechat", "linking").because("there is one door to WeChat, and one user");

    @ArchTest
    static final ArchRule METRICS_KNOW_NOBODY =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "metrics")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("com.xpkit..")
                                    .and(resideOutsideOfPackages(ROOT + "metrics")))
                    .because("features tell them what happened, in words of their own");

    @ArchTest
    static final ArchRule SCRAPE_KNOWS_METRICS =
            knowsOnly("metrics.scrape", "metrics", "api", "storage")
                    .because("what it shows it is told, or asks of what every feature knows");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_SCRAPE =
            isKnownOnlyBy("metrics.scrape").because("it looks at the service from outside");

    @ArchTest
    static final ArchRule FEATURES_THAT_COUNT_ARE_NAMED =
            isKnownOnlyBy("metrics", "linking", "wechat", "job")
                    .because("who may tell numbers is said in its package-info");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOW_THEIR_LIBRARY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "metrics")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.prometheus..")
                    .because("what is counted must outlive the library that counts");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(ROOT + "(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("two packages that know each other are one");

    @ArchTest
    static final ArchRule ONLY_STORES_HOLD_THE_ENTITY_MANAGER =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "listing")
                    .and()
                    .haveSimpleNameNotEndingWith("s")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(EntityManager.class)
                    .because("queries stand in the plural-noun stores, where one looks for them");

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
                    .resideOutsideOfPackage(ROOT + "settings")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.microprofile.config..")
                    .because("a setting that is wrong must be named, in one way");

    @ArchTest
    static final ArchRule ONLY_THE_DATA_SOURCE_KNOWS_DRIVERS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.h2..", "org.postgresql..", "org.mariadb..", "org.flywaydb..")
                    .because("features must run on every database");

    @ArchTest
    static final ArchRule INJECTED_FIELDS_ARE_PACKAGE_PRIVATE =
            fields().that()
                    .areAnnotatedWith(Inject.class)
                    .or()
                    .areAnnotatedWith(PersistenceContext.class)
                    .should()
                    .bePackagePrivate()
                    .because("the bean's own tests set them, and nobody else");

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
                    .because("these tails say nothing that the rest of the name does not");

    @ArchTest
    static final ArchRule LOGS_GO_THROUGH_THE_PLATFORM =
            noClasses()
                    .that()
                    // javax.sql asks for a Logger; HttpClient's own must be kept quiet
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
                            "the message of a database's exception holds an OpenID, that of a parser's"
                                    + " what it was given");

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

    private static ArchRule knowsOnly(String feature, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.xpkit..")
                                .and(resideOutsideOfPackages(packages(feature, others))));
    }

    /** Of the parts of profile; which other features it knows is said for all of them. */
    private static ArchRule partKnowsOnly(String part, String... others) {
        var known = Stream.concat(Stream.of(part), Arrays.stream(others)).map(p -> ROOT + p);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + part)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(ROOT + "profile..")
                                .and(resideOutsideOfPackages(known.toArray(String[]::new))));
    }

    /** The application names every resource and provider to Jakarta REST, and knows no more of them. */
    private static ArchRule isKnownOnlyBy(String feature, String... others) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages(feature, others))
                .and()
                .doNotBelongToAnyOf(SocialLinkApplication.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + feature + "..");
    }

    private static String[] packages(String feature, String... others) {
        return Stream.concat(Stream.of(feature), Arrays.stream(others))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
    }

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
