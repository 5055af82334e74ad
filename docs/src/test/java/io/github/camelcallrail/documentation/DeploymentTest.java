package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files of the page on deployment fit the application, each other, and the page. That Docker, systemd or Kubernetes
 * take them is not tried here; that the application runs as they start it is tried by the example's own test.
 */
class DeploymentTest {

    private static final String EXAMPLE = "camel-callrail-examples/deployment/";
    private static final Document PAGE = Project.page("deployment");
    private static final String PROPERTIES = Project.read(EXAMPLE + "src/main/resources/application.properties");

    /** As the build names it. */
    private static final String JAR =
            between(Project.read(EXAMPLE + "pom.xml"), "<finalName>", "</finalName>") + ".jar";

    /** Camel's own time for an orderly stop, in seconds. */
    private static final int SHUTDOWN_TIMEOUT = 45;

    private static final Map<String, Set<String>> DIRECTIVES = Map.of(
            "Unit",
            Set.of("Description", "Wants", "After"),
            "Service",
            Set.of(
                    "EnvironmentFile",
                    "Environment",
                    "ExecStart",
                    "DynamicUser",
                    "StateDirectory",
                    "StateDirectoryMode",
                    "Restart",
                    "RestartSec",
                    "SuccessExitStatus",
                    "TimeoutStopSec",
                    "ProtectSystem",
                    "ProtectHome",
                    "PrivateTmp",
                    "NoNewPrivileges"),
            "Install",
            Set.of("WantedBy"));

    @Test
    void theUnitHasDirectivesOfSystemdAndStartsTheApplication() {
        Map<String, String> unit = unit();

        assertThat(unit.get("Service ExecStart")).startsWith("/").endsWith(" -jar /opt/callrail/" + JAR);
        assertThat(unit.get("Service Environment"))
                .isEqualTo("CALLRAIL_DATA=/var/lib/" + unit.get("Service StateDirectory"));
        assertThat(Integer.parseInt(unit.get("Service TimeoutStopSec"))).isGreaterThan(SHUTDOWN_TIMEOUT);
        assertThat(unit).containsEntry("Service SuccessExitStatus", "143");
        assertThat(PAGE.text()).contains(unit.get("Service EnvironmentFile"));
    }

    /** Section and directive to value. */
    private static Map<String, String> unit() {
        Map<String, String> unit = new LinkedHashMap<>();
        String section = "";
        for (String line : Project.read(EXAMPLE + "src/main/systemd/callrail.service")
                .lines()
                .toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                assertThat(DIRECTIVES).containsKey(section);
            } else if (!line.isEmpty()) {
                String[] directive = line.split("=", 2);
                assertThat(DIRECTIVES.get(section)).contains(directive[0]);
                assertThat(unit.put(section + " " + directive[0], directive[1])).isNull();
            }
        }
        return unit;
    }

    @Test
    void theImageHoldsWhatTheBuildMakes() {
        Map<String, String> image = image();

        assertThat(image.get("COPY").split(" ")).containsExactly(built(), "/app");
        assertThat(image.get("ENTRYPOINT")).matches("\\[(\"[^\"]+\", )+\"-jar\", \"/app/" + Pattern.quote(JAR) + "\"]");
        assertThat(image.get("ENV")).isEqualTo("CALLRAIL_DATA=" + image.get("VOLUME"));
        assertThat(image.get("EXPOSE")).isEqualTo(variables().get("CALLRAIL_HEALTH_PORT"));
        assertThat(image.get("USER")).matches("[1-9]\\d+");
        assertThat(image.get("RUN")).contains("--uid " + image.get("USER")).endsWith(image.get("VOLUME"));
        assertThat(List.copyOf(image.keySet())).startsWith("FROM").endsWith("USER", "ENTRYPOINT");
    }

    /** Instruction to arguments. */
    private static Map<String, String> image() {
        Map<String, String> image = new LinkedHashMap<>();
        String text = Project.read(EXAMPLE + "src/main/docker/Dockerfile").replaceAll("\\\\\\n\\s*", "");
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            String[] instruction = line.split(" ", 2);
            assertThat(instruction[0]).isIn("FROM", "RUN", "COPY", "ENV", "VOLUME", "EXPOSE", "USER", "ENTRYPOINT");
            assertThat(image.put(instruction[0], instruction[1])).isNull();
        }
        return image;
    }

    /** The folder of the application, from that of the example. */
    private static String built() {
        return between(Project.read(EXAMPLE + "pom.xml"), "<application.directory>", "</application.directory>")
                .replace("${project.build.directory}", "target");
    }

    @Test
    void theManifestFitsTheImageAndItself() {
        Map<String, String> set = manifest("StatefulSet");
        Map<String, String> service = manifest("Service");
        Map<String, String> image = image();
        String container = "spec.template.spec.containers.0.";

        assertThat(set)
                .containsEntry("apiVersion", "apps/v1")
                .containsEntry("spec.replicas", "1")
                .containsEntry("spec.serviceName", service.get("metadata.name"))
                .containsEntry("spec.template.spec.securityContext.runAsNonRoot", "true")
                .containsEntry("spec.template.spec.securityContext.runAsUser", image.get("USER"))
                .containsEntry("spec.template.spec.securityContext.fsGroup", image.get("USER"))
                .containsEntry(container + "ports.0.containerPort", image.get("EXPOSE"))
                .containsEntry(container + "volumeMounts.0.mountPath", image.get("VOLUME"))
                .containsEntry(container + "volumeMounts.0.name", set.get("spec.volumeClaimTemplates.0.metadata.name"))
                .containsKey(container + "image");
        assertThat(Stream.of(
                                set.get("spec.selector.matchLabels.app"),
                                set.get("spec.template.metadata.labels.app"),
                                service.get("spec.selector.app"))
                        .distinct())
                .hasSize(1);
        assertThat(Integer.parseInt(set.get("spec.template.spec.terminationGracePeriodSeconds")))
                .isGreaterThan(SHUTDOWN_TIMEOUT);
        assertThat(variables()).containsKey(set.get(container + "env.0.name"));
        assertThat(PAGE.text())
                .contains("kubectl create secret generic " + set.get(container + "env.0.valueFrom.secretKeyRef.name")
                        + " --from-literal=" + set.get(container + "env.0.valueFrom.secretKeyRef.key") + "=");
        for (String probe : List.of("startup", "liveness", "readiness")) {
            assertThat(set)
                    .containsEntry(
                            container + probe + "Probe.httpGet.path",
                            "/observe/health/" + (probe.equals("readiness") ? "ready" : "live"))
                    .containsEntry(container + probe + "Probe.httpGet.port", set.get(container + "ports.0.name"));
        }
    }

    /** The path of each value in the one document of a kind, with its text. */
    private static Map<String, String> manifest(String kind) {
        List<Map<String, String>> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Project.read(EXAMPLE + "src/main/kubernetes/callrail.yaml"))
                .forEach(document -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    flatten("", document, values);
                    documents.add(values);
                });
        return documents.stream()
                .filter(document -> kind.equals(document.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static void flatten(String path, Object value, Map<String, String> values) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> flatten(path + name + ".", part, values));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + i + ".", list.get(i), values);
            }
        } else {
            values.put(path.substring(0, path.length() - 1), String.valueOf(value));
        }
    }

    @Test
    void everyVariableOfTheApplicationIsOnThePage() {
        Map<String, String> listed = new LinkedHashMap<>();
        PAGE.rowsOf("environment")
                .forEach(row ->
                        listed.put(Document.codes(row.get(0)).get(0), row.get(2).replace("`", "")));

        assertThat(listed).containsExactlyInAnyOrderEntriesOf(variables());
    }

    /** The variables that the properties name, with their defaults. */
    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        Pattern.compile("\\{\\{env:(\\w+)(?::([^}]*))?}}")
                .matcher(PROPERTIES)
                .results()
                .forEach(variable ->
                        variables.put(variable.group(1), variable.group(2) == null ? "none" : variable.group(2)));
        return variables;
    }

    @Test
    void commandsNameFilesOfTheExample() {
        Set<String> named = new TreeSet<>();
        PAGE.blocks("shell").forEach(block -> Pattern.compile("src/main/\\S+")
                .matcher(block.text())
                .results()
                .map(MatchResult::group)
                .forEach(named::add));

        assertThat(named).hasSize(2).allSatisfy(file -> assertThat(Project.ROOT.resolve(EXAMPLE + file))
                .exists());
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}
