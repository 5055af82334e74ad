package io.github.camelcallrail.quota;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A budget counted in this process, for any number of accounts. It can survive the process in one or more {@link
 * UsageStore}s. Thread-safe. It does not know of other processes that run at the same time: for those, use {@link
 * JdbcRequestBudget}.
 *
 * <p>To save writes, requests are saved in advance, in blocks of a fiftieth of the hourly limit. If a process is
 * killed, no request is left uncounted, and at most one block is counted that was not sent; after {@link #settle} not
 * even that.
 *
 * <p>A failing store never causes an exception or stops requests: everything is still counted here, and only a restart
 * loses the count. A store that cannot be read or written, or holds damaged text, is logged once as a warning that says
 * what to do, and tried again before the next block. A store that cannot be read is not written until it can be read,
 * so that its content is not lost; damaged text is replaced.
 */
public final class CountedRequestBudget implements RequestBudget {

    private final Map<String, AccountUsage> accounts = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> take(String account, Limits limits, Instant now) {
        requireNonNull(now, "now is null");
        return usage(account).take(requireNonNull(limits, "limits is null"), now);
    }

    @Override
    public void raise(String account, int inHour, int inDay, Instant now) {
        usage(account).raise(inHour, inDay, requireNonNull(now, "now is null"));
    }

    @Override
    public Optional<RequestUsage> used(String account, Instant now) {
        return Optional.of(usage(account).used(requireNonNull(now, "now is null")));
    }

    /**
     * Continues the count of an account from a store, and saves it there from now on. Several stores are treated as
     * copies of one history, each of which may lack the end: for each minute the highest count is used, in addition to
     * what was counted here. A store that {@code equals} one that the account already has changes nothing.
     */
    public void keepIn(String account, UsageStore store) {
        usage(account).keepIn(requireNonNull(store, "store is null"));
    }

    /**
     * Saves the requests that were really sent, instead of those saved in advance. Call it when no more requests come,
     * for example when the application stops; later requests are saved in advance again.
     */
    public void settle() {
        accounts.values().forEach(AccountUsage::settle);
    }

    private AccountUsage usage(String account) {
        return accounts.computeIfAbsent(requireNonNull(account, "account is null"), AccountUsage::new);
    }
}
