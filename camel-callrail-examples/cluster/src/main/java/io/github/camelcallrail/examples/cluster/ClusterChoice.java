package io.github.camelcallrail.examples.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.component.kubernetes.KubernetesConfiguration;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterService;
import org.apache.camel.support.cluster.RebalancingCamelClusterService;
import org.apache.camel.util.TimeUtils;

/**
 * Adds the cluster service: leases of Kubernetes in a pod, or if the property {@code cluster.master-url} is set;
 * otherwise locks in a directory, for nodes on one machine.
 */
final class ClusterChoice implements CamelConfiguration {

    /** Kubernetes sets it in every container. */
    private static final String IN_A_POD = "KUBERNETES_SERVICE_HOST";

    private static final int LEAST_TIMEOUT = 3_000;

    private static final String MASTER_URL = "cluster.master-url";

    @Override
    public void configure(CamelContext context) throws Exception {
        boolean kubernetes =
                System.getenv(IN_A_POD) != null || optional(context, MASTER_URL).isPresent();
        context.addService(kubernetes ? leases(context) : locks(context));
    }

    private static CamelClusterService locks(CamelContext context) {
        FileLockClusterService service = new FileLockClusterService();
        service.setId(context.getName());
        service.setRoot(property(context, "cluster.directory"));
        service.setAcquireLockDelay(1, TimeUnit.SECONDS);
        service.setAcquireLockInterval(1, TimeUnit.SECONDS);
        return service;
    }

    private static CamelClusterService leases(CamelContext context) throws Exception {
        KubernetesConfiguration configuration = new KubernetesConfiguration();
        configuration.setKubernetesClient(client(context));
        KubernetesClusterService service = new KubernetesClusterService(configuration);
        service.setPodName(context.getName());
        service.setKubernetesResourceName("callrail");
        service.setClusterLabels(labels(property(context, "cluster.labels")));
        service.setLeaseDurationMillis(millis(context, "cluster.lease-duration"));
        service.setRenewDeadlineMillis(millis(context, "cluster.renew-deadline"));
        service.setRetryPeriodMillis(millis(context, "cluster.retry-period"));
        // Without it, the node that starts first would keep all accounts.
        return new RebalancingCamelClusterService(context, service, millis(context, "cluster.balance-period"));
    }

    private static KubernetesClient client(CamelContext context) throws Exception {
        // In a pod it finds the address, the namespace and the token of the service account by itself.
        Config config = Config.autoConfigure(null);
        optional(context, MASTER_URL).ifPresent(config::setMasterUrl);
        optional(context, "cluster.namespace").ifPresent(config::setNamespace);
        // A leader must know in time whether it still leads.
        int timeout = (int) Math.max(millis(context, "cluster.renew-deadline") / 3, LEAST_TIMEOUT);
        config.setConnectionTimeout(timeout);
        config.setRequestTimeout(timeout);
        SharedClient client = new SharedClient(config);
        context.addService(client);
        return client.open();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        for (String label : text.split(",")) {
            String[] parts = label.strip().split("=", 2);
            labels.put(parts[0], parts[1]);
        }
        return labels;
    }

    private static long millis(CamelContext context, String property) {
        return TimeUtils.toMilliSeconds(property(context, property));
    }

    private static String property(CamelContext context, String name) {
        return optional(context, name)
                .orElseThrow(() -> new IllegalArgumentException("Property " + name + " is not set"));
    }

    private static Optional<String> optional(CamelContext context, String name) {
        return context.getPropertiesComponent().resolveProperty(name).map(context::resolvePropertyPlaceholders);
    }
}
