package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A project that is copied from a page builds with any Maven, and has what its routes need. */
class CopiedProjectTest {

    private static final Pattern DEPENDENCY = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final Pattern PLUGIN = Pattern.compile(
            "<plugin>\\s*<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>(?:\\s*<version>(.*?)</version>)?");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>");
    private static final Pattern SCHEME = Pattern.compile("(?m)(?:uri:|- to:) *\"?([a-z]+):");
    private static final String SPRING_BOOT = "org.springframework.boot";

    static Stream<CodeBlock> projects() {
        return Project.documents().stream()
                .flatMap(document -> document.blocks("xml").stream())
                .filter(block -> block.text().startsWith("<project"));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everyPluginHasTheVersionThatTheBuildUses(CodeBlock project) {
        String parent = Project.read("pom.xml");
        plugins(project.text()).forEach((plugin, version) -> assertThat(version)
                .as(plugin)
                .isEqualTo(
                        plugin.equals("camel-maven-plugin")
                                ? "${camel.version}"
                                : plugins(parent).get(plugin)));
        boolean springBoot = project.text().contains("<groupId>" + SPRING_BOOT + "</groupId>");
        assertThat(springBoot || plugins(project.text()).containsKey("maven-compiler-plugin"))
                .as("Java 17 compiles with an old Maven")
                .isTrue();
        assertThat(springBoot || plugins(project.text()).containsKey("maven-surefire-plugin"))
                .as("JUnit 5 runs with an old Maven")
                .isTrue();
    }

    /** Plugins and their versions, except those whose versions Spring Boot's parent manages. */
    private static Map<String, String> plugins(String pom) {
        Map<String, String> versions = new TreeMap<>();
        PLUGIN.matcher(pom)
                .results()
                .filter(plugin -> !plugin.group(1).equals(SPRING_BOOT))
                .forEach(plugin -> versions.put(plugin.group(2), String.valueOf(plugin.group(3))));
        return versions;
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everyComponentOfItsRoutesIsADependency(CodeBlock project) {
        boolean springBoot = project.text().contains("camel-callrail-starter");
        Stream<String> dependencies =
                DEPENDENCY.matcher(project.text()).results().map(name -> name.group(1));

        assertThat(dependencies)
                .containsAll(Project.document(project.document()).blocks("yaml").stream()
                        .flatMap(block -> SCHEME.matcher(block.text()).results())
                        .map(scheme -> "camel-" + scheme.group(1) + (springBoot ? "-starter" : ""))
                        .toList());
    }

    /** The dependencies of the page on testing, for its class. */
    @Test
    void theTestOfARouteHasTheVersionsThatTheBuildUses() {
        String parent = Project.read("pom.xml");

        assertThat(VERSION.matcher(Project.page("testing").blocks("xml").get(0).text())
                        .results()
                        .map(found -> found.group(1) + " " + found.group(2)))
                .containsExactly(
                        "camel-callrail-sandbox "
                                + first("<artifactId>camel-callrail-parent</artifactId>\\s*<version>(.*?)<", parent),
                        "camel-mock " + first("<camel.version>(.*?)<", parent),
                        "junit-jupiter-engine "
                                + new JupiterTestEngine().getVersion().orElseThrow());
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
