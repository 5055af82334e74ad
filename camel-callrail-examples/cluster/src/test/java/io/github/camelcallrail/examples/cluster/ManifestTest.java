package io.github.camelcallrail.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests fit each other, the application, and what the cluster service asks of the API server. */
class ManifestTest {

    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{env:([A-Z_]+)(:[^}]*)?}}");

    /** What {@link KubernetesClusterTest} has seen. */
    static final List<String> PERMISSIONS = List.of("create leases", "get leases", "list pods", "update leases");

    private final List<HasMetadata> manifests = read(Path.of("src/main/kubernetes/callrail.yaml"));
    private final Deployment deployment = one(Deployment.class);
    private final Container container =
            deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    private final Properties properties = properties();

    @Test
    void theMembersAreThePodsOfTheDeployment() {
        Map<String, String> pods =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        String[] label = properties.getProperty("cluster.labels").split("=");

        assertThat(pods).containsEntry(label[0], label[1]);
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(pods);
        assertThat(deployment.getSpec().getReplicas()).isEqualTo(3);
        assertThat(label).containsExactly(ApiServer.LABEL, ApiServer.LABEL_VALUE);
    }

    @Test
    void thePodsMayDoWhatTheClusterServiceDoesAndNoMore() {
        String account = one(ServiceAccount.class).getMetadata().getName();
        Role role = one(Role.class);
        RoleBinding binding = one(RoleBinding.class);

        assertThat(deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo(account);
        assertThat(binding.getSubjects()).singleElement().satisfies(subject -> assertThat(subject.getName())
                .isEqualTo(account));
        assertThat(binding.getRoleRef().getName()).isEqualTo(role.getMetadata().getName());
        assertThat(role.getRules().stream().flatMap(rule -> rule.getVerbs().stream()
                        .map(verb -> verb + " " + rule.getResources().get(0))))
                .containsExactlyInAnyOrderElementsOf(PERMISSIONS);
    }

    @Test
    void theApplicationFindsItsEnvironment() {
        Set<String> given = new TreeSet<>();
        container.getEnv().stream().map(EnvVar::getName).forEach(given::add);
        Set<String> needed = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (Object value : properties.values()) {
            Matcher variable = ENVIRONMENT.matcher((String) value);
            while (variable.find()) {
                read.add(variable.group(1));
                if (variable.group(2) == null) {
                    needed.add(variable.group(1));
                }
            }
        }
        assertThat(given).containsAll(needed);
        assertThat(read).containsAll(given);
    }

    @Test
    void theProbesAskTheManagementServer() {
        String port = properties.getProperty("camel.management.port");
        assertThat(container.getPorts()).singleElement().satisfies(health -> assertThat(port)
                .endsWith(":" + health.getContainerPort() + "}}"));
        assertThat(probes())
                .allSatisfy(probe ->
                        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("health"));
    }

    /** The paths that the probes ask. */
    static Set<String> probedPaths() {
        Set<String> paths = new TreeSet<>();
        new ManifestTest()
                .probes()
                .forEach(probe -> paths.add(probe.getHttpGet().getPath()));
        return paths;
    }

    private List<Probe> probes() {
        return List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe());
    }

    private <T> T one(Class<T> kind) {
        List<T> found =
                manifests.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<HasMetadata> read(Path file) {
        try (InputStream manifests = Files.newInputStream(file)) {
            Object all = new KubernetesSerialization().unmarshal(manifests);
            return Stream.of(all)
                    .flatMap(each -> each instanceof Collection<?> several ? several.stream() : Stream.of(each))
                    .map(HasMetadata.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream file = ManifestTest.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
