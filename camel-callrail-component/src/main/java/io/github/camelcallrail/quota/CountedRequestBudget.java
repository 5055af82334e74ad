package io.github.camelcallrail.quota;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A budget counted in this process, for any number of accounts, that can outlive it in one or more {@link UsageStore}s.
 * Thread-safe. It knows nothing of other processes that run at the same time: for those there is {@link JdbcRequestBudget}.
 *
 * <p>So that not every request costs a write, requests are saved ahead, in blocks of a fiftieth of the limit for an hour. A
 * process that is killed leaves none uncounted, and at most one block that it did not send; after {@link #settle} not even that.
 *
 * <p>It never throws because of a store, and never stops requests because of one: without it everything is still counted here,
 * and only a restart forgets. A store that cannot be read or written, or holds damaged text, is logged as one warning with what
 * to do, and tried again before the next block. One that cannot be read is not written either until it can, so that what it
 * holds is not lost; damaged text is replaced.
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
     * Goes on counting an account from what a store holds, and keeps it there from now on. Several stores are taken for copies of
     * one history, each of which may lack the end: in each minute the highest of them counts, on top of what was counted here.
     * A store that {@code equals} one that the account has already changes nothing.
     */
    public void keepIn(String account, UsageStore store) {
        usage(account).keepIn(requireNonNull(store, "store is null"));
    }

    /**
     * Saves what was really sent, in place of what was saved ahead. To be called when no more requests come, as when the
     * application stops; those that come nevertheless are saved ahead as before.
     */
    public void settle() {
        accounts.values().forEach(AccountUsage::settle);
    }

    private AccountUsage usage(String account) {
        return accounts.computeIfAbsent(requireNonNull(account, "account is null"), AccountUsage::new);
    }
}
