package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of code in a document is a file that is compiled or loaded, or is loaded from the document itself. */
class CodeBlocksTest {

    /** Every file that a build compiles or loads, with its lines unindented. */
    private static final List<String> FILES = Stream.of(
                    ".java", ".yaml", ".xml", ".properties", ".service", "/Dockerfile")
            .flatMap(Project::files)
            .map(path -> CodeBlock.unindented(Project.read(path)))
            .toList();

    private static final Set<String> ARTIFACTS = Project.files("pom.xml")
            .flatMap(pom -> artifacts(Project.read(pom)))
            .collect(Collectors.toSet());

    private static final Set<String> PROFILES = Project.files("pom.xml")
            .flatMap(pom -> Pattern.compile("<profile>.*?<id>(.*?)</id>", Pattern.DOTALL)
                    .matcher(Project.read(pom))
                    .results())
            .map(profile -> profile.group(1))
            .collect(Collectors.toSet());

    static Stream<CodeBlock> blocks() {
        return Project.documents().stream().flatMap(document -> document.blocks().stream());
    }

    static Stream<CodeBlock> blocks(String language) {
        return blocks().filter(block -> block.language().equals(language));
    }

    static boolean isInAFile(CodeBlock block) {
        return FILES.stream().anyMatch(file -> file.contains(block.unindented()));
    }

    @Test
    void everyBlockIsOfALanguageThatIsChecked() {
        assertThat(blocks().filter(block -> !isOfAnotherWarehouse(block))
                        .map(CodeBlock::language)
                        .distinct())
                .isSubsetOf("java", "yaml", "xml", "properties", "shell", "sql", "json", "dockerfile", "systemd");
    }

    /** SQL that PostgreSQL does not take: {@link WarehouseSinksTest} checks it, on the one page that has it. */
    private static boolean isOfAnotherWarehouse(CodeBlock block) {
        return block.document().endsWith("/warehouse-sinks.adoc")
                && Set.of("mysql", "bigquery", "snowflake").contains(block.language());
    }

    /**
     * JSON is generated: {@link GeneratedTest}. YAML and routes in XML are loaded: {@link RoutesTest}. SQL:
     * {@link SqlTest}.
     */
    @Test
    void jsonIsGenerated() {
        for (Document document : Project.documents()) {
            assertThat(document.regenerated(name -> "").blocks("json"))
                    .as(document.path())
                    .isEmpty();
        }
    }

    static Stream<CodeBlock> java() {
        return blocks("java");
    }

    @ParameterizedTest
    @MethodSource("java")
    void javaIsInAFileThatIsCompiled(CodeBlock block) {
        assertThat(isInAFile(block)).as("%s is in a file", block).isTrue();
    }

    /** The files are checked by {@link DeploymentTest}. */
    @Test
    void configurationOfServicesIsInAFile() {
        assertThat(blocks().filter(block -> Set.of("dockerfile", "systemd").contains(block.language())))
                .isNotEmpty()
                .allMatch(CodeBlocksTest::isInAFile);
    }

    static Stream<CodeBlock> dependencies() {
        return blocks("xml")
                .filter(block -> !block.text().startsWith("<routes"))
                // A whole project is run: GettingStartedTest.
                .filter(block -> !block.text().startsWith("<project"));
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void xmlThatIsNoRouteIsInAFileOrNamesArtifactsOfTheProject(CodeBlock block) {
        if (!isInAFile(block)) {
            List<String> named = artifacts(block.text()).toList();
            assertThat(named).as(block.toString()).isNotEmpty();
            assertThat(ARTIFACTS).as(block.toString()).containsAll(named);
        }
    }

    private static Stream<String> artifacts(String pom) {
        return Pattern.compile("<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>")
                .matcher(pom + own(pom))
                .results()
                .map(artifact -> artifact.group(1) + ":" + artifact.group(2));
    }

    /** The artifact that a pom is of, whose group is its parent's. */
    private static String own(String pom) {
        return Pattern.compile("</parent>\\s*(<artifactId>.*?</artifactId>)")
                .matcher(pom)
                .results()
                .map(artifact -> "<groupId>io.github.camelcallrail</groupId>" + artifact.group(1))
                .collect(Collectors.joining());
    }

    static Stream<String> properties() {
        return blocks("properties")
                .flatMap(block -> block.text().lines())
                .filter(line -> line.startsWith("camel."))
                // Of Camel Spring Boot, which Camel's catalogue does not know.
                .filter(line -> !line.startsWith("camel.main.run-controller "))
                // Of the Camel CLI, which Camel's catalogue does not know.
                .filter(line -> !line.startsWith("camel.jbang."))
                .distinct();
    }

    /** The catalogue knows the names of these, but does not check their lines. */
    private static boolean isOfAServer(String line) {
        String name = Pattern.compile("-(\\w)").matcher(line.split(" = ")[0]).replaceAll(letter -> letter.group(1)
                .toUpperCase(Locale.ROOT));
        return Stream.of("camel.management.", "camel.metrics.", "camel.server.").anyMatch(name::startsWith)
                && Metadata.CATALOG.mainJsonSchema().contains("\"name\": \"" + name + "\"");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void theCatalogueKnowsEveryProperty(String line) {
        if (isOfAServer(line)) {
            return;
        }
        ConfigurationPropertiesValidationResult result = Metadata.CATALOG.validateConfigurationProperty(line);

        assertThat(result.isAccepted() && result.isSuccess())
                .as("%s: %s", line, result.summaryErrorMessage(true, true, true))
                .isTrue();
    }

    static Stream<String> commands() {
        return blocks("shell")
                .flatMap(block -> block.text().lines())
                .filter(line -> !line.isBlank())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsNameWhatThereIs(String command) {
        String[] words = command.replaceFirst(" +#.*", "")
                .replaceFirst("^([A-Z_]+=(\\S+|'.*?') )+", "")
                .split(" +");
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "-pl" ->
                    assertThat(ARTIFACTS).contains("io.github.camelcallrail" + words[i + 1].replaceFirst("^:?", ":"));
                case "-P" -> assertThat(PROFILES).contains(words[i + 1].split(","));
                default -> {
                    if (words[i].startsWith("-Dtest=")) {
                        String[] test = words[i].substring(7).split("#");
                        assertThat(Project.files("/" + test[0] + ".java").map(Project::read))
                                .singleElement()
                                .asString()
                                .contains(test.length > 1 ? " " + test[1] + "(" : test[0]);
                    }
                    if (words[i].startsWith(".ci/") || words[i].startsWith("docs/")) {
                        assertThat(Project.ROOT.resolve(words[i])).exists();
                    }
                }
            }
        }
        assertThat(words[0])
                .isIn(
                        "mvn",
                        "bash",
                        "camel",
                        "npm",
                        "cd",
                        "git",
                        "mkdir",
                        "curl",
                        "export",
                        "java",
                        "kubectl",
                        "cat",
                        // Their files: DeploymentTest.
                        "docker",
                        "systemctl",
                        "journalctl");
    }
}
