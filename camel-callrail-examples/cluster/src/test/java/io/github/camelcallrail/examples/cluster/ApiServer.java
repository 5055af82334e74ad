package io.github.camelcallrail.examples.cluster;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Kubernetes as far as the nodes see it: an API server that keeps leases, and the pods that a test adds. It also keeps
 * which permissions the nodes would have needed.
 */
final class ApiServer implements AutoCloseable {

    static final String NAMESPACE = "test";
    static final String LABEL = "app";
    static final String LABEL_VALUE = "callrail-cluster";

    private static final String OWN_CLIENT = "test";

    /** It would log every request. A constant, because the logging keeps no logger that nobody holds. */
    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    private final Set<String> used = new ConcurrentSkipListSet<>();
    private final KubernetesMockServer server;
    private final KubernetesClient client;

    ApiServer() {
        REQUESTS.setLevel(Level.WARNING);
        MockWebServer web = new MockWebServer();
        server = new KubernetesMockServer(new Context(), web, new HashMap<>(), new Log(web), false);
        server.init();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl(server.url("/"))
                        .withNamespace(NAMESPACE)
                        .withUserAgent(OWN_CLIENT)
                        .build())
                .build();
    }

    /** The properties of a node that uses this server. */
    Map<String, String> properties() {
        return Map.of("cluster.master-url", server.url("/"), "cluster.namespace", NAMESPACE);
    }

    /** Adds a pod that is ready. */
    void addPod(String name) {
        client.pods()
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels(LABEL, LABEL_VALUE)
                        .endMetadata()
                        .withNewStatus()
                        .withPhase("Running")
                        .addNewContainerStatus()
                        .withReady(true)
                        .withNewState()
                        .withNewRunning()
                        .endRunning()
                        .endState()
                        .endContainerStatus()
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus("True")
                        .endCondition()
                        .endStatus()
                        .build())
                .create();
    }

    void deletePod(String name) {
        client.pods().withName(name).withGracePeriod(0).delete();
    }

    /** The name of each lease and the pod that holds it. */
    Map<String, String> holders() {
        Map<String, String> holders = new HashMap<>();
        for (Lease lease : client.leases().list().getItems()) {
            ObjectMeta metadata = lease.getMetadata();
            if (lease.getSpec().getHolderIdentity() != null) {
                holders.put(metadata.getName(), lease.getSpec().getHolderIdentity());
            }
        }
        return holders;
    }

    /** What the nodes did, such as {@code get leases}. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }

    private final class Log extends KubernetesCrudDispatcher {

        private final MockWebServer web;

        Log(MockWebServer web) {
            this.web = web;
        }

        /** One after the other, because the server's check of resource versions is not atomic. */
        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            forget();
            if (!OWN_CLIENT.equals(request.getHeader("User-Agent"))) {
                used.add(permission(request));
            }
            return super.dispatch(request);
        }

        /** Otherwise the server would keep every request for a test that asks for it. */
        private void forget() {
            try {
                web.takeRequest(0, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static String permission(RecordedRequest request) {
            String[] path = request.getPath()
                    .split("[?]")[0]
                    .split("/namespaces/[^/]+/")[1]
                    .split("/");
            boolean named = path.length > 1;
            String verb =
                    switch (request.getMethod()) {
                        case "GET" -> request.getPath().contains("watch=true") ? "watch" : named ? "get" : "list";
                        case "POST" -> "create";
                        case "PUT" -> "update";
                        case "PATCH" -> "patch";
                        default -> request.getMethod().toLowerCase(Locale.ROOT);
                    };
            return verb + " " + path[0];
        }
    }
}
