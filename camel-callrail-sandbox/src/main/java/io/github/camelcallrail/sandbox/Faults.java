package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The faults to simulate and when they occur. Requests are numbered from 1 since the start, the last
 * {@link CallRailSandbox#reset()} or the last {@link #clear()}; every request to a path of the API counts, whatever its
 * response.
 *
 * <p>A report is named as {@link SandboxEndpoints} says: the list of calls is {@code calls}, a single call is
 * {@code object:calls}, and its recording is {@code recording}.
 *
 * <p>Several faults for one request are applied in the order in which they were set. They change the response only:
 * what the request writes is written. Thread-safe.
 */
public final class Faults {

    private record RequestNumber(String report, int nth) {}

    private static final String ANY = "";

    private final Map<RequestNumber, List<Fault>> once = new HashMap<>();
    private final Map<String, List<Fault>> always = new HashMap<>();
    private final Map<String, List<Fault>> ofAccounts = new HashMap<>();
    private final Map<RequestNumber, List<Runnable>> actions = new HashMap<>();
    private final Map<String, Set<String>> refusedFields = new HashMap<>();
    private final Map<Integer, List<Runnable>> beforeWrites = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int writes;
    private boolean writesRefused;
    private long servedByNumber = Long.MAX_VALUE;
    private PagesBeyond beyond = PagesBeyond.REFUSED;

    Faults() {}

    /** Applies the fault to the nth request overall. */
    public void onRequest(int nth, Fault fault) {
        add(once, requestNumber(ANY, nth), fault);
    }

    /** Applies the fault to the nth request for this report. */
    public void onRequest(String report, int nth, Fault fault) {
        add(once, requestNumber(known(report), nth), fault);
    }

    /** Applies the fault to every request. */
    public void always(Fault fault) {
        add(always, ANY, fault);
    }

    /** Applies the fault to every request for this report. */
    public void always(String report, Fault fault) {
        add(always, known(report), fault);
    }

    /** Applies the fault to every request for a report of this account, but not to the list of accounts. */
    public void inAccount(String accountId, Fault fault) {
        add(ofAccounts, accountId, fault);
    }

    /** Responds with 400 to every request for this report that names this field in {@code fields}. */
    public synchronized void refuseField(String report, String field) {
        refusedFields.computeIfAbsent(known(report), key -> new HashSet<>()).add(field);
    }

    /**
     * Limits how many records of a list are served by page number. Relative pagination is not limited. CallRail is not
     * known to have such a limit; similar services do.
     *
     * @param records pages that end beyond this many records are not served, however many the list has
     * @param pages the response for those pages
     */
    public synchronized void servePages(int records, PagesBeyond pages) {
        servedByNumber = records;
        beyond = Objects.requireNonNull(pages, "pages");
    }

    /**
     * Runs an action after the response to the nth request overall has been computed and before any later request is
     * processed, for example to add or remove records between two pages. The action must not send requests to the
     * sandbox: they would wait for it to finish.
     */
    public void afterRequest(int nth, Runnable action) {
        add(actions, requestNumber(ANY, nth), action);
    }

    /** Like {@link #afterRequest(int, Runnable)}, for the nth request for this report. */
    public void afterRequest(String report, int nth, Runnable action) {
        add(actions, requestNumber(known(report), nth), action);
    }

    /** Responds with 403 to every request that would write, as CallRail does for some accounts. */
    public synchronized void refuseWrites() {
        writesRefused = true;
    }

    /**
     * Runs the action before the nth request that would write is processed, for example to write as another client that
     * comes first. Counts requests with the right key and within the quota. The action must not send requests to the
     * sandbox: they would wait for it to finish.
     */
    public void beforeWrite(int nth, Runnable action) {
        add(beforeWrites, requestNumber(ANY, nth).nth(), action);
    }

    /** Removes all faults and actions, and restarts numbering at 1. */
    public synchronized void clear() {
        once.clear();
        always.clear();
        ofAccounts.clear();
        actions.clear();
        refusedFields.clear();
        beforeWrites.clear();
        counts.clear();
        writes = 0;
        writesRefused = false;
        servedByNumber = Long.MAX_VALUE;
    }

    /** The faults and actions that apply to one request. */
    record PlannedFaults(List<Fault> faults, List<Runnable> actions) {

        Answer applyTo(Answer answer) {
            Answer changed = answer;
            for (Fault fault : faults) {
                changed = fault.applyTo(changed);
            }
            return changed;
        }
    }

    /**
     * Counts one more request for the report.
     *
     * @param account empty for the list of accounts
     */
    synchronized PlannedFaults next(String report, String account) {
        RequestNumber ofAll = new RequestNumber(ANY, counts.merge(ANY, 1, Integer::sum));
        RequestNumber ofReport = new RequestNumber(report, counts.merge(report, 1, Integer::sum));
        List<Fault> faults = new ArrayList<>(always.getOrDefault(ANY, List.of()));
        faults.addAll(always.getOrDefault(report, List.of()));
        faults.addAll(ofAccounts.getOrDefault(account, List.of()));
        faults.addAll(once.getOrDefault(ofAll, List.of()));
        faults.addAll(once.getOrDefault(ofReport, List.of()));
        List<Runnable> after = new ArrayList<>(actions.getOrDefault(ofAll, List.of()));
        after.addAll(actions.getOrDefault(ofReport, List.of()));
        return new PlannedFaults(List.copyOf(faults), List.copyOf(after));
    }

    /** Counts one more request that would write, and returns what is to be run before. */
    synchronized List<Runnable> beforeNextWrite() {
        writes++;
        return List.copyOf(beforeWrites.getOrDefault(writes, List.of()));
    }

    synchronized boolean refusesWrites() {
        return writesRefused;
    }

    synchronized boolean refuses(String report, String field) {
        return refusedFields.getOrDefault(report, Set.of()).contains(field);
    }

    /** The records of a page by number. */
    synchronized List<StoredRecord> served(Page page, List<StoredRecord> records) {
        if ((long) page.number() * page.size() <= servedByNumber) {
            return page.of(records);
        }
        return switch (beyond) {
            case REFUSED ->
                throw new RejectedRequestException(400, "Only the first " + servedByNumber + " records have pages");
            case NOT_FOUND -> throw new RejectedRequestException(404, "Page not found");
            case EMPTY -> List.of();
            case REPEATED -> new Page((int) Math.max(1, servedByNumber / page.size()), page.size()).of(records);
        };
    }

    private synchronized <K, V> void add(Map<K, List<V>> to, K key, V value) {
        to.computeIfAbsent(key, k -> new ArrayList<>()).add(Objects.requireNonNull(value));
    }

    private static RequestNumber requestNumber(String report, int nth) {
        if (nth < 1) {
            throw new IllegalArgumentException("Requests are numbered from 1, not " + nth);
        }
        return new RequestNumber(report, nth);
    }

    private static String known(String report) {
        return Resource.named(report);
    }
}
