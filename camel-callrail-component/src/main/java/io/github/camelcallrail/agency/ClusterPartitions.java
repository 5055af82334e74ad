package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
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
import org.apache.camel.cluster.CamelPreemptiveClusterService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the partitions that this node leads, as Camel's cluster service decides. Thread-safe.
 *
 * <p>All calls of the cluster service are made in one thread of its own: the service holds locks while it tells who
 * leads, and they must not wait for consumers to start and stop.
 */
final class ClusterPartitions {

    /** Longer than any lease, and than any node takes to become the leader. */
    private static final Duration LONG_WITHOUT_LEADER = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterPartitions.class);

    private final CamelClusterService service;
    private final Executor executor;
    private final Consumer<String> changed;
    private final Set<String> led = ConcurrentHashMap.newKeySet();
    private final Map<String, CamelClusterView> views = new HashMap<>();
    private final Map<String, Instant> leaderless = new HashMap<>();
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

    /**
     * Restarts this node's part in partitions that have had no leader for long. With Kubernetes, Camel 4.18.0 gives up
     * a partition for ever when it cannot renew the lease once, and no other node takes over while the pod is ready.
     */
    void restartLeaderless(Instant now) {
        if (service instanceof CamelPreemptiveClusterService) {
            execute(() -> views.forEach((partition, view) -> restartIfLeaderless(partition, view, now)));
        }
    }

    private void restartIfLeaderless(String partition, CamelClusterView view, Instant now) {
        if (view.getLeader().isPresent()) {
            leaderless.remove(partition);
        } else if (now.isAfter(
                leaderless.computeIfAbsent(partition, found -> now).plus(LONG_WITHOUT_LEADER))) {
            leaderless.put(partition, now);
            LOG.warn("Partition {} of the cluster has no leader. This node takes part in it anew.", partition);
            try {
                service.stopView(partition);
                service.startView(partition);
            } catch (Exception e) {
                LOG.warn("This node cannot take part in partition {} of the cluster: {}", partition, e.toString(), e);
            }
        }
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
            leaderless.clear();
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
