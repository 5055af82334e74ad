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
 * The columns that CallRail refuses though it documents them: withdrawn, or not part of an account's plan. It answers such a
 * request with 400 and does not say which; they are found by halving, once for each account and report. Thread-safe.
 */
final class RejectedFields {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedFields.class);
    private static final Set<Integer> REFUSING = Set.of(400, 422);

    private final Map<String, Set<String>> refused = new ConcurrentHashMap<>();
    /** What searches found out that could not be ended, because it was not their turn or no answer came. */
    private final Map<String, Map<List<String>, Boolean>> answers = new ConcurrentHashMap<>();

    private final KeyedLocks finding = new KeyedLocks();

    /** The query without the columns that are known to be refused. */
    ReportQuery without(ReportQuery query) {
        Set<String> names = of(query.report(), query.accountId());
        boolean none = names.isEmpty() || !query.fields().implicit();
        return none ? query : query.sending(minus(query.fields().sent(), names));
    }

    /** Whether a failure may be about columns that the user did not name. */
    boolean mayExplain(CallRailFailure failure, ReportQuery asked) {
        return failure.httpStatus().isPresent()
                && REFUSING.contains(failure.httpStatus().getAsInt())
                && asked.fields().implicit()
                && !asked.fields().sent().isEmpty();
    }

    /**
     * Finds out which columns were refused, so that {@link #without} leaves them out from now on. A search that fails half-way is
     * gone on with the next time, because a small budget might never be enough for all of it.
     *
     * @param ask asks a query once, and fails as that does
     * @throws CallRailFailure the one given when it is not about columns; another when the account cannot be asked
     */
    void find(ReportQuery asked, CallRailFailure failure, Consumer<ReportQuery> ask) {
        finding.run(key(asked), () -> {
            // Somebody else may have found them meanwhile.
            if (without(asked).equals(asked)) {
                search(asked, failure, ask);
            }
            return null;
        });
    }

    private void search(ReportQuery asked, CallRailFailure failure, Consumer<ReportQuery> ask) {
        Map<List<String>, Boolean> known = answers.computeIfAbsent(key(asked), key -> new ConcurrentHashMap<>());
        Set<String> culprits = new Halving(asked.ofOneRecord(), failure, ask, known).culprits();
        answers.remove(key(asked));
        refused.merge(key(asked), culprits, RejectedFields::union);
        LOG.warn(
                "CallRail refuses the columns {} of report '{}' in account '{}', so they are null from now on. Leave them out by"
                        + " option fields=-{}, or ask CallRail whether the account's plan has them.",
                culprits,
                asked.report(),
                asked.accountId(),
                String.join(",-", culprits));
    }

    /** The columns of a report that are known to be refused in an account. */
    Set<String> of(Report report, String account) {
        return refused.getOrDefault(account + "/" + report, Set.of());
    }

    private static String key(ReportQuery query) {
        return query.accountId() + "/" + query.report();
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
     * @param answers whether columns are refused together, as far as that is known
     */
    private record Halving(
            ReportQuery query, CallRailFailure failure, Consumer<ReportQuery> ask, Map<List<String>, Boolean> answers) {

        Set<String> culprits() {
            if (refuses(List.of())) {
                throw inVain();
            }
            return among(query.fields().sent());
        }

        /** Those of some names that are refused together. */
        private Set<String> among(List<String> names) {
            if (names.size() == 1) {
                return new TreeSet<>(names);
            }
            int middle = names.size() / 2;
            Set<String> found = new TreeSet<>();
            Stream.of(names.subList(0, middle), names.subList(middle, names.size()))
                    .filter(this::refuses)
                    .forEach(half -> found.addAll(among(half)));
            if (found.isEmpty()) {
                // Each half is taken, so no name is at fault.
                throw inVain();
            }
            return found;
        }

        private CallRailFailure inVain() {
            answers.clear();
            return failure;
        }

        private boolean refuses(List<String> names) {
            Boolean known = answers.get(names);
            boolean answer = known != null ? known : asked(names);
            answers.put(names, answer);
            return answer;
        }

        private boolean asked(List<String> names) {
            try {
                ask.accept(query.sending(names));
                return false;
            } catch (CallRailFailure other) {
                if (other.httpStatus().isPresent()
                        && REFUSING.contains(other.httpStatus().getAsInt())) {
                    return true;
                }
                throw other;
            }
        }
    }
}
