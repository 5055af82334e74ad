package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What shall go wrong, and when. Requests are counted from 1 since the start, the last {@link CallRailSandbox#reset()}
 * or {@link #clear()}; only those to a path the API has are counted, whatever they are answered.
 *
 * <p>Several faults of one request are applied in the order in which they were set. Thread-safe.
 */
public final class Faults {

    private record Moment(String report, int nth) {}

    private static final String ANY = "";

    private final Map<Moment, List<Fault>> once = new HashMap<>();
    private final Map<String, List<Fault>> always = new HashMap<>();
    private final Map<Moment, List<Runnable>> actions = new HashMap<>();
    private final Map<String, Set<String>> refusedFields = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private long servedByNumber = Long.MAX_VALUE;
    private PagesBeyond beyond = PagesBeyond.REFUSED;

    Faults() {}

    /** The nth request of all. */
    public void onRequest(int nth, Fault fault) {
        add(once, moment(ANY, nth), fault);
    }

    /** The nth request for this report. */
    public void onRequest(String report, int nth, Fault fault) {
        add(once, moment(known(report), nth), fault);
    }

    /** Every request. */
    public void always(Fault fault) {
        add(always, ANY, fault);
    }

    /** Every request for this report. */
    public void always(String report, Fault fault) {
        add(always, known(report), fault);
    }

    /** Answers 400 to every request for this report that names this field in {@code fields}. */
    public synchronized void refuseField(String report, String field) {
        refusedFields.computeIfAbsent(known(report), key -> new HashSet<>()).add(field);
    }

    /**
     * Serves only so many records of a list by page number. Relative pagination is not limited. That CallRail has such a limit
     * is not known; services like it do.
     *
     * @param records a page that ends behind that many is not served, whatever the list holds
     * @param pages how those pages are answered
     */
    public synchronized void servePages(int records, PagesBeyond pages) {
        servedByNumber = records;
        beyond = Objects.requireNonNull(pages, "pages");
    }

    /**
     * Runs once the answer to the nth request of all has been computed and before any later request is looked at: to
     * add and remove rows between two pages. It must not ask the sandbox over HTTP, which would wait for it to end.
     */
    public void afterRequest(int nth, Runnable action) {
        add(actions, moment(ANY, nth), action);
    }

    /** As {@link #afterRequest(int, Runnable)}, for the nth request for this report. */
    public void afterRequest(String report, int nth, Runnable action) {
        add(actions, moment(known(report), nth), action);
    }

    /** Forgets every fault and action, and counts from 1 again. */
    public synchronized void clear() {
        once.clear();
        always.clear();
        actions.clear();
        refusedFields.clear();
        counts.clear();
        servedByNumber = Long.MAX_VALUE;
    }

    /** What becomes of one request. */
    record Turn(List<Fault> faults, List<Runnable> actions) {

        Answer applyTo(Answer answer) {
            Answer changed = answer;
            for (Fault fault : faults) {
                changed = fault.applyTo(changed);
            }
            return changed;
        }
    }

    /** Counts one more request for the report. */
    synchronized Turn next(String report) {
        Moment ofAll = new Moment(ANY, counts.merge(ANY, 1, Integer::sum));
        Moment ofReport = new Moment(report, counts.merge(report, 1, Integer::sum));
        List<Fault> faults = new ArrayList<>(always.getOrDefault(ANY, List.of()));
        faults.addAll(always.getOrDefault(report, List.of()));
        faults.addAll(once.getOrDefault(ofAll, List.of()));
        faults.addAll(once.getOrDefault(ofReport, List.of()));
        List<Runnable> after = new ArrayList<>(actions.getOrDefault(ofAll, List.of()));
        after.addAll(actions.getOrDefault(ofReport, List.of()));
        return new Turn(List.copyOf(faults), List.copyOf(after));
    }

    synchronized boolean refuses(String report, String field) {
        return refusedFields.getOrDefault(report, Set.of()).contains(field);
    }

    /** The rows of a page by number. */
    synchronized List<Row> served(Page page, List<Row> rows) {
        if ((long) page.number() * page.size() <= servedByNumber) {
            return page.of(rows);
        }
        return switch (beyond) {
            case REFUSED -> throw new Refusal(400, "Only the first " + servedByNumber + " records have pages");
            case NOT_FOUND -> throw new Refusal(404, "Page not found");
            case EMPTY -> List.of();
            case REPEATED -> new Page((int) Math.max(1, servedByNumber / page.size()), page.size()).of(rows);
        };
    }

    private synchronized <K, V> void add(Map<K, List<V>> to, K key, V value) {
        to.computeIfAbsent(key, k -> new ArrayList<>()).add(Objects.requireNonNull(value));
    }

    private static Moment moment(String report, int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("Requests are counted from 1, not " + nth);
        }
        return new Moment(report, nth);
    }

    private static String known(String report) {
        return SandboxEndpoints.of(report).report();
    }
}
