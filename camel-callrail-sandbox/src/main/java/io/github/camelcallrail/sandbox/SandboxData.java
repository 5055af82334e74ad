package io.github.camelcallrail.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The records that the sandbox serves. A test can read and change them while the sandbox runs; the next request sees
 * the change.
 *
 * <p>Records are maps with the API's own field names and values. They hold every field, including those returned only
 * on request and a few that no response contains because the API only filters by them, such as the {@code company_id}
 * of an integration. Returned records are immutable copies.
 *
 * <p>Some records have children, which {@link SandboxEndpoints#children()} lists: a conversation has messages. They
 * are invented when they are first needed. The messages of a conversation and of the SMS thread with the same id are at
 * first the same; from then on, each list changes by itself, and so do the fields of the parent.
 *
 * <p>Methods without an account id use the first account. Thread-safe.
 */
public final class SandboxData {

    private final Clock clock;
    private final long seed;
    private final Map<String, AccountRecords> accounts = new LinkedHashMap<>();
    private final Map<String, ChildRecords> childrenByAccount = new HashMap<>();
    private List<AccountRecords> saved = List.of();
    private DataListener listener = DataListener.NONE;
    private Supplier<String> baseUrl = () -> "http://localhost";

    SandboxData(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    /** The records of one report in insertion order; for {@code accounts}, every account. */
    public List<Map<String, Object>> rows(String report) {
        return rows(firstAccount(), report);
    }

    /** The records of one report of one account. */
    public synchronized List<Map<String, Object>> rows(String accountId, String report) {
        return stored(account(accountId), report).stream()
                .map(StoredRecord::fields)
                .toList();
    }

    /** The ids of one report's records as text, in insertion order. */
    public List<String> ids(String report) {
        return ids(report, record -> true);
    }

    /** The ids of the records that match the filter. */
    public List<String> ids(String report, Predicate<Map<String, Object>> filter) {
        return ids(firstAccount(), report, filter);
    }

    /** The ids of the records of one account that match the filter. */
    public synchronized List<String> ids(String accountId, String report, Predicate<Map<String, Object>> filter) {
        return stored(account(accountId), report).stream()
                .filter(record -> filter.test(record.fields()))
                .map(StoredRecord::id)
                .toList();
    }

    /** Adds invented records to the first account, spread evenly over a period. */
    public void generate(String report, int count, Instant from, Instant to) {
        generate(firstAccount(), report, count, from, to);
    }

    /**
     * Adds invented records, spread evenly over a period and stored oldest first. The same seed and the same preceding
     * calls produce the same records.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public synchronized void generate(String accountId, String report, int count, Instant from, Instant to) {
        AccountRecords account = account(accountId);
        long millis = Duration.between(from, to).toMillis();
        if (millis <= 0) {
            throw new IllegalArgumentException("'to' must be later than 'from': " + from + ", " + to);
        }
        for (int i = 0; i < count; i++) {
            // One record in each equal part of the period, so that none stays empty however small the count.
            double share = (i + account.random().nextDouble()) / count;
            put(account, report, Map.of(), from.plusMillis((long) (share * millis)));
        }
    }

    /** Adds one record to the first account. */
    public String add(String report, Map<String, Object> record) {
        return add(firstAccount(), report, record);
    }

    /**
     * Adds one record. Missing fields are invented to match those given; a missing time is the current time. A time may
     * be an {@link Instant} or ISO text with an offset. A record with an existing id replaces the stored one.
     *
     * @return the id of the record
     * @throws IllegalArgumentException if the report does not have such a field; the message names the closest one
     */
    public synchronized String add(String accountId, String report, Map<String, Object> record) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        String timeField = endpoint.dated() ? endpoint.timeField() : "created_at";
        Object time = record.get(timeField);
        Instant at = time == null ? clock.instant() : Times.instant(timeField, time);
        AccountRecords account = account(accountId);
        String id = put(account, report, record, at);
        if (!report.equals("accounts")) {
            listener.added(account, report, account.record(report, id));
        }
        return id;
    }

    /** Changes one record of the first account. */
    public void edit(String report, String id, Map<String, Object> changes) {
        edit(accountHolding(report, id), report, id, changes);
    }

    /**
     * Changes exactly the fields given, and no fields that depend on them.
     *
     * @throws IllegalArgumentException if there is no such record, or the report does not have such a field
     */
    public synchronized void edit(String accountId, String report, String id, Map<String, Object> changes) {
        if (changes.containsKey("id") && !id.equals(String.valueOf(changes.get("id")))) {
            throw new IllegalArgumentException(
                    "The id of '" + id + "' cannot be changed; remove the record and add another");
        }
        AccountRecords account = account(accountId);
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        StoredRecord record = account.record(report, id);
        new KnownFields(endpoint, record.fields().keySet()).check(changes.keySet());
        StoredRecord changed = record.with(endpoint, changes);
        account.put(report, changed);
        listener.edited(account, report, record, changed);
    }

    /** Removes one record from the first account; for {@code accounts}, the account and everything in it. */
    public void remove(String report, String id) {
        remove(accountHolding(report, id), report, id);
    }

    /**
     * Removes one record.
     *
     * @throws IllegalArgumentException if there is no such record
     */
    public synchronized void remove(String accountId, String report, String id) {
        AccountRecords account = account(accountId);
        account.remove(report, id);
        childrenIn(account).forget(report, id);
        if (report.equals("accounts")) {
            accounts.remove(accountId);
            childrenByAccount.remove(accountId);
        }
    }

    /**
     * The children of one record of the first account, in insertion order. Each has an {@code id}, even page views,
     * whose id is in no response.
     *
     * @param children the name of the list, such as {@code messages}
     * @throws IllegalArgumentException if there is no such record, or its report has no such children
     */
    public List<Map<String, Object>> children(String children, String parentId) {
        return children(firstAccount(), children, parentId);
    }

    /** The children of one record, in insertion order. */
    public synchronized List<Map<String, Object>> children(String accountId, String children, String parentId) {
        return childrenOf(account(accountId), children, parentId).stream()
                .map(StoredRecord::fields)
                .toList();
    }

    /** Adds a child to one record of the first account. */
    public String addChild(String children, String parentId, Map<String, Object> child) {
        return addChild(firstAccount(), children, parentId, child);
    }

    /**
     * Adds a child to one record. Missing fields are invented, a missing time is the current time, and the fields of
     * the parent stay as they are.
     *
     * @return the id of the child
     * @throws IllegalArgumentException if there is no such record, or it cannot have such children or such a field
     */
    public synchronized String addChild(String accountId, String children, String parentId, Map<String, Object> child) {
        AccountRecords account = account(accountId);
        ChildScope scope = scope(account, children, parentId);
        if (children.equals("page-views") && !scope.isOfSessionTracker()) {
            throw new IllegalArgumentException("Only calls of session trackers have page views, unlike " + parentId);
        }
        String timeField = ChildGenerator.timeField(children);
        Object time = child.get(timeField);
        Instant at = time == null ? clock.instant() : Times.instant(timeField, time);
        StoredRecord added = childrenIn(account).add(children, scope, child, at);
        listener.childAdded(account, children, scope.parent(), added);
        return added.id();
    }

    /** Removes a child of one record of the first account. */
    public void removeChild(String children, String parentId, String childId) {
        removeChild(firstAccount(), children, parentId, childId);
    }

    /**
     * Removes a child of one record.
     *
     * @throws IllegalArgumentException if there is no such child
     */
    public synchronized void removeChild(String accountId, String children, String parentId, String childId) {
        AccountRecords account = account(accountId);
        childrenIn(account).remove(children, scope(account, children, parentId), childId);
    }

    /** Removes all children of one record of the first account. */
    public synchronized void removeChildren(String children, String parentId) {
        AccountRecords account = account(firstAccount());
        childrenIn(account).removeAll(children, scope(account, children, parentId));
    }

    synchronized List<StoredRecord> childrenOf(AccountRecords account, String children, String parentId) {
        return childrenIn(account).of(children, scope(account, children, parentId));
    }

    /** Where the sandbox serves media files, which messages link to. */
    synchronized void servedAt(Supplier<String> url) {
        baseUrl = url;
    }

    /** Who is told of changes from now on. */
    synchronized void listener(DataListener told) {
        listener = told;
    }

    /** What the children of this record are generated from. */
    synchronized ChildScope scope(AccountRecords account, String children, String parentId) {
        StoredRecord parent = account.record(SandboxEndpoints.parentOf(children), parentId);
        long own = (seed * 31 + account.id().hashCode()) * 31 + parentId.hashCode();
        return new ChildScope(account, parent, baseUrl.get(), new SplittableRandom(own).nextLong());
    }

    /** One record of the first account. */
    synchronized Map<String, Object> record(String report, String id) {
        return account(accountHolding(report, id)).record(report, id).fields();
    }

    synchronized List<String> accountIds() {
        return List.copyOf(accounts.keySet());
    }

    /** The account with this id in either form; null if the key cannot access such an account. */
    synchronized AccountRecords accountCalled(String asked) {
        return accounts.values().stream()
                .filter(account -> account.isCalled(asked))
                .findFirst()
                .orElse(null);
    }

    synchronized List<StoredRecord> stored(AccountRecords account, String report) {
        if (report.equals("accounts")) {
            return accounts.values().stream()
                    .flatMap(each -> each.records("accounts").stream())
                    .toList();
        }
        return new ArrayList<>(account.records(report));
    }

    synchronized AccountRecords open(String accountId, List<Person> people) {
        AccountRecords account = new AccountRecords(accountId, people, randomOf(accountId, 0));
        accounts.put(accountId, account);
        childrenByAccount.remove(accountId);
        return account;
    }

    private ChildRecords childrenIn(AccountRecords account) {
        return childrenByAccount.computeIfAbsent(account.id(), id -> new ChildRecords());
    }

    /** Adds one record created at the given time. */
    synchronized void plant(String accountId, String report, Map<String, Object> given, Instant at) {
        put(account(accountId), report, given, at);
    }

    /** Saves the current records for {@link #restore}. */
    synchronized void save() {
        saved = accounts.values().stream()
                .map(account -> account.copy(randomOf(account.id(), 1)))
                .toList();
        restore();
    }

    synchronized void restore() {
        accounts.clear();
        // Generated again when they are next needed.
        childrenByAccount.clear();
        saved.forEach(account -> accounts.put(account.id(), account.copy(randomOf(account.id(), 1))));
    }

    private String put(AccountRecords account, String report, Map<String, Object> given, Instant at) {
        if (report.equals("accounts")) {
            return putAccount(account, given, at);
        }
        StoredRecord record = RecordGenerators.record(report, given, account, at);
        account.put(report, record);
        childrenIn(account).forget(report, record.id());
        return record.id();
    }

    private String putAccount(AccountRecords first, Map<String, Object> given, Instant at) {
        Object id = given.get("id");
        AccountRecords opened =
                open(id == null ? Ids.timeOrdered("ACC", at, first.random()) : id.toString(), first.people());
        opened.put("accounts", RecordGenerators.record("accounts", given, opened, at));
        return opened.id();
    }

    private AccountRecords account(String accountId) {
        AccountRecords account = accounts.get(Objects.requireNonNull(accountId, "accountId"));
        if (account == null) {
            throw new IllegalArgumentException("No account '" + accountId + "'. There are: " + accounts.keySet());
        }
        return account;
    }

    private synchronized String firstAccount() {
        return accounts.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Every account has been removed"));
    }

    private synchronized String accountHolding(String report, String id) {
        return report.equals("accounts") && accounts.containsKey(id) ? id : firstAccount();
    }

    private SplittableRandom randomOf(String accountId, int phase) {
        return new SplittableRandom(seed * 31 + accountId.hashCode() * 7L + phase);
    }
}
