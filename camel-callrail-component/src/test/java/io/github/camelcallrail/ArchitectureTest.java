package io.github.camelcallrail;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.apache.camel.Service;
import org.apache.camel.spi.StateRepository;

/** The direction of imports, each rule with its reason. */
@AnalyzeClasses(packages = "io.github.camelcallrail", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelcallrail";

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .ignoreDependency(resideInAPackage(ROOT + ".sandbox.."), resideInAPackage(ROOT + ".."))
            .layer("surface")
            .definedBy(ROOT)
            .layer("transport")
            .definedBy(ROOT + ".transport..")
            .layer("client")
            .definedBy(ROOT + ".client..")
            .layer("paging")
            .definedBy(ROOT + ".paging..")
            .optionalLayer("checkpoint")
            .definedBy(ROOT + ".checkpoint..")
            .optionalLayer("quota")
            .definedBy(ROOT + ".quota..")
            .layer("report")
            .definedBy(ROOT + ".report..")
            .layer("window")
            .definedBy(ROOT + ".window..")
            .layer("failure")
            .definedBy(ROOT + ".failure..")
            .optionalLayer("time")
            .definedBy(ROOT + ".time..")
            .layer("jdbc")
            .definedBy(ROOT + ".jdbc..")
            .whereLayer("surface")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("transport")
            .mayOnlyBeAccessedByLayers("surface")
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("surface", "transport")
            .whereLayer("paging")
            .mayOnlyBeAccessedByLayers("surface", "client")
            .whereLayer("checkpoint")
            .mayOnlyBeAccessedByLayers("surface")
            .whereLayer("quota")
            .mayOnlyBeAccessedByLayers("surface", "client")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("surface", "client", "paging", "checkpoint")
            .whereLayer("window")
            .mayOnlyBeAccessedByLayers("surface", "client", "paging", "checkpoint", "report")
            .whereLayer("transport")
            .mayOnlyAccessLayers("client", "failure", "time")
            .whereLayer("window")
            .mayOnlyAccessLayers("failure", "time")
            .whereLayer("quota")
            .mayOnlyAccessLayers("failure", "time", "jdbc")
            .whereLayer("jdbc")
            .mayOnlyBeAccessedByLayers("checkpoint", "quota")
            .whereLayer("jdbc")
            .mayNotAccessAnyLayer()
            .whereLayer("failure")
            .mayNotAccessAnyLayer()
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .because("a package that can be read without knowing what uses it can be changed without breaking that");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("two packages that import each other are one package with two names");

    @ArchTest
    static final ArchRule CAMEL_AT_THE_SURFACE = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".client..",
                    ROOT + ".paging..",
                    ROOT + ".quota..",
                    ROOT + ".report..",
                    ROOT + ".window..",
                    ROOT + ".failure..",
                    ROOT + ".time..",
                    ROOT + ".jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("what CallRail is, and what Camel is, change for different reasons");

    @ArchTest
    static final ArchRule CHECKPOINTS_KNOW_ONE_INTERFACE_OF_CAMEL = noClasses()
            .that()
            .resideInAPackage(ROOT + ".checkpoint..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel..")
                    .and(not(belongToAnyOf(StateRepository.class, Service.class))))
            .because("what was sent is remembered wherever a Camel user can keep a text");

    @ArchTest
    static final ArchRule HTTP_IN_ONE_PLACE = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackages(ROOT + ".transport..", ROOT + ".sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel.component.http..",
                    "org.apache.hc..",
                    "java.net.http..",
                    "org.apache.camel.http..")
            .because("the key is safe as long as one package sends requests");

    @ArchTest
    static final ArchRule JSON_IS_READ_BY_THE_CLIENT = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".transport..",
                    ROOT + ".paging..",
                    ROOT + ".report..",
                    ROOT + ".window..",
                    ROOT + ".failure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("rows are plain values everywhere else");

    @ArchTest
    static final ArchRule JDK_ONLY = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".window..", ROOT + ".failure..", ROOT + ".time..", ROOT + ".jdbc..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "javax.sql..", ROOT + "..")
            .because("dates, failures and tables need nothing else, and so can be used from anywhere");

    @ArchTest
    static final ArchRule NOW_IS_TOLD = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackage(ROOT + ".sandbox..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a test turns the clock by hand");

    @ArchTest
    static final ArchRule MICROMETER_IN_ONE_PLACE = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .doNotHaveSimpleName("MicrometerMeters")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because(
                    "most applications do not have it on their class path, and then only that class must not be loaded");
}
