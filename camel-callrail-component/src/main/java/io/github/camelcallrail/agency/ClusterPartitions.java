package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.cluster.CamelClusterView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the partitions that this node leads, as Camel's cluster service decides. Thread-safe.
 *
 * <p>All calls of the cluster service are made in one thread of its own: the service holds locks while it tells who
 * leads, and they must not wait for consumers to start and stop.
 */
final class ClusterPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterPartitions.class);

    private final CamelClusterService service;
    private final Executor executor;
    private final Consumer<String> changed;
    private final Set<String> led = ConcurrentHashMap.newKeySet();
    private final Map<String, CamelClusterView> views = new HashMap<>();
    private final CamelClusterEventListener.Leadership listener = this::leadershipChanged;

    /**
     * @param executor one thread
     * @param changed is told the partition that this node has begun or ceased to lead, in that thread
     */
    ClusterPartitions(CamelClusterService service, Executor executor, Consumer<String> changed) {
        this.service = requireNonNull(service, "service is null");
        this.executor = requireNonNull(executor, "executor is null");
        this.changed = requireNonNull(changed, "changed is null");
    }

    /** Takes part in a partition from now on; does nothing if it already does. */
    void join(String partition) {
        execute(() -> {
            if (views.containsKey(partition)) {
                return;
            }
            try {
                CamelClusterView view = service.getView(partition);
                views.put(partition, view);
                view.addEventListener(listener);
            } catch (Exception e) {
                LOG.warn("This node cannot take part in partition {} of the cluster: {}", partition, e.toString(), e);
            }
        });
    }

    boolean leads(String partition) {
        return led.contains(partition);
    }

    /** Takes part in no partition any longer. */
    void leave() {
        execute(() -> {
            led.clear();
            views.forEach((partition, view) -> {
                try {
                    view.removeEventListener(listener);
                    service.releaseView(view);
                } catch (Exception e) {
                    LOG.warn("This node cannot leave partition {} of the cluster: {}", partition, e.toString(), e);
                }
            });
            views.clear();
        });
    }

    private void leadershipChanged(CamelClusterView view, CamelClusterMember leader) {
        String partition = view.getNamespace();
        boolean leads = view.getLocalMember().isLeader();
        execute(() -> {
            boolean news = views.containsKey(partition) && (leads ? led.add(partition) : led.remove(partition));
            if (news) {
                LOG.debug("This node {} partition {}", leads ? "leads" : "no longer leads", partition);
                changed.accept(partition);
            }
        });
    }

    private void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The cluster has news after the route has stopped: {}", e.getMessage());
        }
    }
}
