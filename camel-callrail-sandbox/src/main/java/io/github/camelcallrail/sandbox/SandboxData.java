package io.github.camelcallrail.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * The rows the sandbox answers from. A test reads and changes them while the sandbox runs; the next request sees the
 * change.
 *
 * <p>Rows are maps in the API's own field names and vocabulary. They hold every field, those answered only on request
 * too, and a few that no answer contains because the API only filters by them, such as the {@code company_id} of an
 * integration. What is returned is a copy that cannot be changed.
 *
 * <p>The methods without an account mean the first one. Thread-safe.
 */
public final class SandboxData {

    private final Clock clock;
    private final long seed;
    private final Map<String, AccountRows> accounts = new LinkedHashMap<>();
    private List<AccountRows> saved = List.of();

    SandboxData(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    /** The rows of one report in the order they were stored; of {@code accounts}, every account. */
    public List<Map<String, Object>> rows(String report) {
        return rows(firstAccount(), report);
    }

    /** The rows of one report of one account. */
    public synchronized List<Map<String, Object>> rows(String accountId, String report) {
        return stored(account(accountId), report).stream().map(Row::fields).toList();
    }

    /** The ids of one report as text, in the order they were stored. */
    public List<String> ids(String report) {
        return ids(report, row -> true);
    }

    /** The ids of the rows a test is interested in. */
    public List<String> ids(String report, Predicate<Map<String, Object>> filter) {
        return ids(firstAccount(), report, filter);
    }

    /** The ids of the rows of one account a test is interested in. */
    public synchronized List<String> ids(String accountId, String report, Predicate<Map<String, Object>> filter) {
        return stored(account(accountId), report).stream()
                .filter(row -> filter.test(row.fields()))
                .map(Row::id)
                .toList();
    }

    /** Adds invented rows to the first account, spread evenly over a time. */
    public void generate(String report, int count, Instant from, Instant to) {
        generate(firstAccount(), report, count, from, to);
    }

    /**
     * Adds invented rows, spread evenly over a time and stored oldest first; the same for the same seed and history.
     *
     * @param from included
     * @param to excluded
     */
    public synchronized void generate(String accountId, String report, int count, Instant from, Instant to) {
        AccountRows account = account(accountId);
        long millis = Duration.between(from, to).toMillis();
        if (millis <= 0) {
            throw new IllegalArgumentException("'to' must be later than 'from': " + from + ", " + to);
        }
        for (int i = 0; i < count; i++) {
            // One in each equal part of the time, so that no part is left out however small the count.
            double share = (i + account.random().nextDouble()) / count;
            put(account, report, Map.of(), from.plusMillis((long) (share * millis)));
        }
    }

    /** Adds one row to the first account. */
    public String add(String report, Map<String, Object> row) {
        return add(firstAccount(), report, row);
    }

    /**
     * Adds one row. Fields that are missing are invented to go with those given; a time that is missing is now. A time
     * may be given as an {@link Instant} or as ISO text with an offset. A row whose id is stored already replaces it.
     *
     * @return its id
     */
    public synchronized String add(String accountId, String report, Map<String, Object> row) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        String timeField = endpoint.dated() ? endpoint.timeField() : "created_at";
        Object time = row.get(timeField);
        Instant at = time == null ? clock.instant() : Times.instant(timeField, time);
        return put(account(accountId), report, row, at);
    }

    /** Changes one row of the first account. */
    public void edit(String report, String id, Map<String, Object> changes) {
        edit(accountHolding(report, id), report, id, changes);
    }

    /**
     * Changes exactly the fields named, and none that might follow from them.
     *
     * @throws IllegalArgumentException if there is no such row
     */
    public synchronized void edit(String accountId, String report, String id, Map<String, Object> changes) {
        if (changes.containsKey("id") && !id.equals(String.valueOf(changes.get("id")))) {
            throw new IllegalArgumentException(
                    "The id of '" + id + "' cannot be changed; remove the row and add another");
        }
        AccountRows account = account(accountId);
        account.put(report, account.row(report, id).with(SandboxEndpoints.of(report), changes));
    }

    /** Takes one row away from the first account; of {@code accounts}, the account and all it holds. */
    public void remove(String report, String id) {
        remove(accountHolding(report, id), report, id);
    }

    /**
     * Takes one row away.
     *
     * @throws IllegalArgumentException if there is no such row
     */
    public synchronized void remove(String accountId, String report, String id) {
        account(accountId).remove(report, id);
        if (report.equals("accounts")) {
            accounts.remove(accountId);
        }
    }

    synchronized List<String> accountIds() {
        return List.copyOf(accounts.keySet());
    }

    /** The account a request means by either form of its id; null if the key sees no such account. */
    synchronized AccountRows accountCalled(String asked) {
        return accounts.values().stream()
                .filter(account -> account.isCalled(asked))
                .findFirst()
                .orElse(null);
    }

    synchronized List<Row> stored(AccountRows account, String report) {
        if (report.equals("accounts")) {
            return accounts.values().stream()
                    .flatMap(each -> each.rows("accounts").stream())
                    .toList();
        }
        return new ArrayList<>(account.rows(report));
    }

    synchronized AccountRows open(String accountId, List<Person> people) {
        AccountRows account = new AccountRows(accountId, people, randomOf(accountId, 0));
        accounts.put(accountId, account);
        return account;
    }

    /** Adds one row that came into being at a moment. */
    synchronized void plant(String accountId, String report, Map<String, Object> given, Instant at) {
        put(account(accountId), report, given, at);
    }

    /** Remembers the rows of this moment as those {@link #restore} brings back. */
    synchronized void save() {
        saved = accounts.values().stream()
                .map(account -> account.copy(randomOf(account.id(), 1)))
                .toList();
        restore();
    }

    synchronized void restore() {
        accounts.clear();
        saved.forEach(account -> accounts.put(account.id(), account.copy(randomOf(account.id(), 1))));
    }

    private String put(AccountRows account, String report, Map<String, Object> given, Instant at) {
        if (report.equals("accounts")) {
            return putAccount(account, given, at);
        }
        Row row = Inventions.row(report, given, account, at);
        account.put(report, row);
        return row.id();
    }

    private String putAccount(AccountRows first, Map<String, Object> given, Instant at) {
        Object id = given.get("id");
        AccountRows opened =
                open(id == null ? Ids.timeOrdered("ACC", at, first.random()) : id.toString(), first.people());
        opened.put("accounts", Inventions.row("accounts", given, opened, at));
        return opened.id();
    }

    private AccountRows account(String accountId) {
        AccountRows account = accounts.get(Objects.requireNonNull(accountId, "accountId"));
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
