package com.xpkit.sociallink.driver;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.xpkit.sociallink.server.Await;
import com.xpkit.sociallink.server.Door;
import com.xpkit.sociallink.server.Http;

@AnalyzeClasses(packagesOf = ApiClient.class)
class DriversTest {

    private static final String OURS = "com.xpkit.sociallink";

    @ArchTest
    static final ArchRule DRIVERS_KNOW_THE_DOOR_AND_NOTHING_BEHIND_IT =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Test")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(OURS + "..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            OURS + ".driver", OURS + ".simulator")))
                                    .and(not(belongToAnyOf(Door.class, Http.class, Await.class)))
                                    .or(resideInAnyPackage("org.jboss..", "java.sql..")))
                    .because("a test may run on any server, any database and any number of nodes");
}
