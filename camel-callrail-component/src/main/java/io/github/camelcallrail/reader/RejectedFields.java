package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the documented fields that CallRail rejects because they were withdrawn or are not part of the plan of an
 * account. CallRail responds with HTTP 400 and does not name them; they are found by halving the list of fields, once
 * per account and report. Thread-safe.
 */
final class RejectedFields {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedFields.class);
    private static final Set<Integer> REJECTED_STATUS = Set.of(400, 422);

    private final Map<String, Set<String>> rejected = new ConcurrentHashMap<>();
    /** The results of searches that were interrupted, because the budget was used up or no response came. */
    private final Map<String, Map<List<String>, Boolean>> outcomes = new ConcurrentHashMap<>();

    private final KeyedLocks locks = new KeyedLocks();

    /** The query without the fields that are known to be rejected. */
    ReportQuery without(ReportQuery query) {
        Set<String> names = of(query.report(), query.accountId());
        boolean none = names.isEmpty() || !query.fields().implicit();
        return none ? query : query.sending(minus(query.fields().sent(), names));
    }

    /** Whether a failure may be caused by fields that the user did not name. */
    boolean mayExplain(CallRailFailure failure, ReportQuery query) {
        return failure.httpStatus().isPresent()
                && REJECTED_STATUS.contains(failure.httpStatus().getAsInt())
                && query.fields().implicit()
                && !query.fields().sent().isEmpty();
    }

    /**
     * Finds the rejected fields, so that {@link #without} leaves them out from now on. A search that fails is resumed
     * by the next call, because a small budget might never be enough for a whole search.
     *
     * @param send sends a query once, and throws its failure
     * @throws CallRailFailure the given failure if fields did not cause it; another if a request fails
     */
    void find(ReportQuery query, CallRailFailure failure, Consumer<ReportQuery> send) {
        locks.run(key(query), () -> {
            // Another thread may have found them meanwhile.
            if (without(query).equals(query)) {
                search(query, failure, send);
            }
            return null;
        });
    }

    private void search(ReportQuery query, CallRailFailure failure, Consumer<ReportQuery> send) {
        Map<List<String>, Boolean> known = outcomes.computeIfAbsent(key(query), key -> new ConcurrentHashMap<>());
        Set<String> rejectedNames = new Halving(query.ofOneRecord(), failure, send, known).rejectedNames();
        outcomes.remove(key(query));
        rejected.merge(key(query), rejectedNames, RejectedFields::union);
        LOG.warn(
                "CallRail rejects the fields {} of report '{}' in account '{}', so they are null from now on. Leave"
                        + " them out with option fields=-{}, or ask CallRail whether the account's plan includes them.",
                rejectedNames,
                query.report(),
                query.accountId(),
                String.join(",-", rejectedNames));
    }

    /** The fields of a report that are known to be rejected in an account. */
    Set<String> of(Report report, String account) {
        return rejected.getOrDefault(key(report, account), Set.of());
    }

    private static String key(ReportQuery query) {
        return key(query.report(), query.accountId());
    }

    /** A single record and the list of all may reject different fields. */
    private static String key(Report report, String account) {
        return account + report.path();
    }

    private static List<String> minus(List<String> names, Set<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * One search.
     *
     * @param outcomes the known results: whether a list of fields is rejected
     */
    private record Halving(
            ReportQuery query,
            CallRailFailure failure,
            Consumer<ReportQuery> send,
            Map<List<String>, Boolean> outcomes) {

        Set<String> rejectedNames() {
            if (rejects(List.of())) {
                throw unexplained();
            }
            return among(query.fields().sent());
        }

        /** The rejected names among names that are rejected together. */
        private Set<String> among(List<String> names) {
            if (names.size() == 1) {
                return new TreeSet<>(names);
            }
            int middle = names.size() / 2;
            Set<String> found = new TreeSet<>();
            Stream.of(names.subList(0, middle), names.subList(middle, names.size()))
                    .filter(this::rejects)
                    .forEach(half -> found.addAll(among(half)));
            if (found.isEmpty()) {
                // CallRail accepts each half, so no field is the cause.
                throw unexplained();
            }
            return found;
        }

        private CallRailFailure unexplained() {
            outcomes.clear();
            return failure;
        }

        private boolean rejects(List<String> names) {
            Boolean known = outcomes.get(names);
            boolean outcome = known != null ? known : request(names);
            outcomes.put(names, outcome);
            return outcome;
        }

        private boolean request(List<String> names) {
            try {
                send.accept(query.sending(names));
                return false;
            } catch (CallRailFailure other) {
                if (other.httpStatus().isPresent()
                        && REJECTED_STATUS.contains(other.httpStatus().getAsInt())) {
                    return true;
                }
                throw other;
            }
        }
    }
}
