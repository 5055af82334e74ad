package io.github.camelcallrail;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Service;
import org.apache.camel.spi.StateRepository;

/** The direction of imports, each rule with its reason. */
@AnalyzeClasses(packages = "io.github.camelcallrail", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelcallrail";
    private static final String GENERATED_BY_CAMEL = "CallRail\\w+(Configurer|UriFactory|ConverterLoader)";
    private static final int LARGEST_CYCLE = 6;

    /** Every package below the root, and what it may import. The root may import all, and none may import the root. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry(
                    "options",
                    Set.of(
                            "query",
                            "catalogue",
                            "client",
                            "quota",
                            "checkpoint",
                            "webhook",
                            "window",
                            "failure",
                            "time")),
            entry("agency", Set.of("monitor", "state", "reader", "query", "report")),
            entry("uri", Set.of("options", "catalogue", "failure")),
            entry("webhook", Set.of("client", "catalogue", "report", "state", "inbox", "failure", "time")),
            entry("receiver", Set.of("monitor", "webhook", "inbox", "state", "report", "failure", "time")),
            entry("inbox", Set.of("checkpoint", "failure", "time")),
            entry(
                    "monitor",
                    Set.of(
                            "catalogue",
                            "feed",
                            "reader",
                            "client",
                            "checkpoint",
                            "paging",
                            "query",
                            "quota",
                            "report",
                            "webhook",
                            "failure")),
            entry(
                    "feed",
                    Set.of(
                            "catalogue",
                            "reader",
                            "checkpoint",
                            "state",
                            "paging",
                            "query",
                            "report",
                            "window",
                            "failure")),
            entry("check", Set.of("client", "catalogue", "query", "quota", "report", "window", "failure")),
            entry(
                    "operation",
                    Set.of("client", "catalogue", "paging", "query", "quota", "report", "window", "failure")),
            entry("stream", Set.of("operation", "paging", "report", "failure")),
            entry("state", Set.of("checkpoint", "quota", "report", "failure")),
            entry("reader", Set.of("client", "paging", "query", "catalogue", "report", "window", "time", "failure")),
            entry("transport", Set.of("client", "failure")),
            entry("client", Set.of("report", "quota", "time", "failure")),
            entry("paging", Set.of("query", "catalogue", "report", "window", "failure")),
            entry("checkpoint", Set.of("query", "catalogue", "report", "jdbc", "window", "time", "failure")),
            entry("query", Set.of("catalogue", "report", "window", "failure")),
            entry("catalogue", Set.of("window", "failure")),
            entry("report", Set.of()),
            entry("quota", Set.of("jdbc", "failure", "time")),
            entry("window", Set.of("failure", "time")),
            entry("jdbc", Set.of()),
            entry("time", Set.of()),
            entry("failure", Set.of()));

    @ArchTest
    static void importsGoOneWay(JavaClasses classes) {
        assertThat(subpackages(classes)).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
        MAY_IMPORT.forEach((name, others) -> {
            List<String> forbidden = new ArrayList<>(MAY_IMPORT.keySet());
            forbidden.removeAll(others);
            forbidden.remove(name);
            String[] packages = Stream.concat(
                            Stream.of(ROOT), forbidden.stream().map(other -> ROOT + "." + other + ".."))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .because(
                            "a package that can be read without knowing what uses it can be changed without breaking that")
                    .check(classes);
        });
    }

    private static Set<String> subpackages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + ".") && !name.startsWith(ROOT + ".sandbox"))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("two packages that import each other are one package with two names");

    @ArchTest
    static void theRootHoldsOnlyWhatCamelAndUsersMeet(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getPackageName().equals(ROOT))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.matches(GENERATED_BY_CAMEL)))
                .hasSizeLessThanOrEqualTo(20);
    }

    @ArchTest
    static void fewClassesDependOnEachOther(JavaClasses classes) {
        Set<String> ofCamel = Stream.of(
                        "Component", "Endpoint", "EventsEndpoint", "Consumer", "Producer", "ProgressEvent")
                .map(name -> ROOT + ".CallRail" + name)
                .collect(Collectors.toSet());
        assertThat(ClassCycles.of(classes)).isNotEmpty().allSatisfy(cycle -> {
            assertThat(cycle).hasSizeLessThanOrEqualTo(LARGEST_CYCLE);
            if (cycle.stream().anyMatch(ofCamel::contains)) {
                assertThat(cycle).isSubsetOf(ofCamel);
            }
        });
    }

    @ArchTest
    static final ArchRule CAMEL_AT_THE_SURFACE = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".feed..",
                    ROOT + ".check..",
                    ROOT + ".operation..",
                    ROOT + ".reader..",
                    ROOT + ".client..",
                    ROOT + ".paging..",
                    ROOT + ".query..",
                    ROOT + ".catalogue..",
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
                    ROOT + ".query..",
                    ROOT + ".catalogue..",
                    ROOT + ".report..",
                    ROOT + ".feed..",
                    ROOT + ".window..",
                    ROOT + ".failure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("records are plain values everywhere else");

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
            .haveSimpleNameNotStartingWith("Micrometer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because(
                    "most applications do not have it on their class path, and then only these classes must not be loaded");

    @ArchTest
    static final ArchRule WEBHOOK_IN_THREE_PLACES = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .doNotHaveSimpleName("CallRailEventsEndpoint")
            .and()
            .doNotHaveSimpleName("RestSettings")
            .and()
            .doNotHaveSimpleName("ExternalUrl")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.component.webhook..")
            .because("applications that receive no events do not have it on their class path");

    @ArchTest
    static final ArchRule VERTX_IN_ONE_PLACE = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .doNotHaveSimpleName("VertxRequestBody")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..")
            .because("applications with another HTTP server do not have it on their class path");
}
