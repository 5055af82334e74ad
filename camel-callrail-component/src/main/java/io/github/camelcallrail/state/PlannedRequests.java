package io.github.camelcallrail.state;

import io.github.camelcallrail.quota.DailyDemand;
import io.github.camelcallrail.quota.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StartupListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds up what the running consumers of a CamelContext need, across all components, because each of them only says what
 * it needs itself. One line for each account appears when the context has started, and when a further consumer starts
 * later; none when a route restarts. Thread-safe.
 */
public final class PlannedRequests implements StartupListener {

    private static final Logger LOG = LoggerFactory.getLogger(PlannedRequests.class);

    private final CamelContext context;
    private final Map<Object, PlannedPolls> running = new LinkedHashMap<>();
    private final Set<String> included = new HashSet<>();
    private final Set<String> warnedGroups = new HashSet<>();

    private PlannedRequests(CamelContext context) {
        this.context = context;
    }

    public static PlannedRequests of(CamelContext context) {
        return ContextSingleton.of(context, PlannedRequests.class, () -> {
            PlannedRequests planned = new PlannedRequests(context);
            try {
                context.addStartupListener(planned);
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeException(e);
            }
            return planned;
        });
    }

    /** Includes a consumer until it stops. */
    public synchronized void started(Object consumer, PlannedPolls polls) {
        running.put(consumer, polls);
        if (context.isStarted() && included.add(polls.name())) {
            log(demand(sharing(polls)), polls.group());
        }
    }

    public synchronized void stopped(Object consumer) {
        running.remove(consumer);
    }

    @Override
    public void onCamelContextStarted(CamelContext started, boolean alreadyStarted) {
        // Its consumers have not started yet.
    }

    @Override
    public synchronized void onCamelContextFullyStarted(CamelContext started, boolean alreadyStarted) {
        included.clear();
        Set<PlannedPolls> rest = new HashSet<>(running.values());
        for (PlannedPolls polls : running.values()) {
            included.add(polls.name());
            if (rest.contains(polls)) {
                List<PlannedPolls> sharing = sharing(polls);
                sharing.forEach(rest::remove);
                log(demand(sharing), polls.group());
            }
        }
    }

    private List<PlannedPolls> sharing(PlannedPolls polls) {
        List<PlannedPolls> sharing = new ArrayList<>();
        for (PlannedPolls other : running.values()) {
            boolean sameAccount = account(other)
                    .map(known -> Optional.of(known).equals(account(polls)))
                    .orElseGet(
                            () -> account(polls).isEmpty() && other.connection().equals(polls.connection()));
            if (sameAccount && other.sharesBudgetWith(polls)) {
                sharing.add(other);
            }
        }
        return sharing;
    }

    /** Its account, or the one that others name: a key whose consumers need not name an account has only one. */
    private Optional<String> account(PlannedPolls polls) {
        if (polls.account().isPresent()) {
            return polls.account();
        }
        Set<String> named = running.values().stream()
                .filter(other -> other.connection().equals(polls.connection()))
                .flatMap(other -> other.account().stream())
                .filter(account -> !account.isEmpty())
                .collect(Collectors.toSet());
        return named.size() == 1 ? named.stream().findAny() : Optional.empty();
    }

    private DailyDemand demand(List<PlannedPolls> sharing) {
        return new DailyDemand(
                account(sharing.get(0)),
                sharing.size(),
                (int) sharing.stream()
                        .filter(polls -> polls.requestsPerDay().isEmpty())
                        .count(),
                sharing.stream()
                        .mapToLong(polls -> polls.requestsPerDay().orElse(0))
                        .sum(),
                sharing.stream()
                        .map(PlannedPolls::limits)
                        .reduce(Limits::atMost)
                        .orElseThrow());
    }

    /** @param group tells of one of its accounts only, because there may be thousands */
    private void log(DailyDemand demand, Optional<String> group) {
        if (demand.exceedsBudget()) {
            if (group.isEmpty()) {
                LOG.warn("callrail: {}", demand.text());
            } else if (warnedGroups.add(group.get())) {
                LOG.warn(
                        "callrail: {} Other accounts of route '{}' may need too many as well; they are not listed.",
                        demand.text(),
                        group.get());
            }
        } else if (demand.consumers() > 1 && group.isEmpty()) {
            LOG.info("callrail: {}", demand.text());
        }
    }
}
