package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.Optional;

/**
 * Counts the requests sent for each account, and says when another one may be sent.
 *
 * <p>Whenever it is asked, no 60 minutes and no 24 hours have more granted requests than the caller's limits allow.
 * Callers with lower limits leave the rest to others. Thread-safe; shared by all callers of an account.
 *
 * <p>A time earlier than the latest known one counts as the latest, so a clock that is set back, or nodes with
 * different clocks, never get too many requests. If it is more than an hour earlier, the clock had been ahead by
 * mistake: everything counted in the future then counts as sent now, so that nobody waits for a distant time. A clock
 * that is set forward cannot be distinguished from time that passes.
 *
 * <p>If it cannot count, for example because its database is unavailable, it throws a {@link
 * io.github.camelcallrail.failure.CallRailFailure} of kind STORAGE: uncounted requests might lock the account out.
 */
public interface RequestBudget {

    /**
     * Takes one request from the budget of an account.
     *
     * @param account the account's id; empty for requests without an account
     * @param limits the limits for the caller's and all other requests together
     * @param now the current time
     * @return empty if the request was counted and may be sent; otherwise when to ask again, later than now: the first
     *     whole minute at which there is room, unless others use it first
     */
    Optional<Instant> take(String account, Limits limits, Instant now);

    /**
     * Takes note that CallRail counts more requests than were taken here, because others use the account too. Its
     * additional requests of the hour count as sent now. Its further additional requests of the day count as sent an
     * hour ago, because its hourly count does not include them. A number that is not higher changes nothing.
     *
     * @param inHour the number that CallRail counts in the hour, 0 if it gives none
     * @param inDay the number that it counts in the day, 0 if it gives none
     */
    void raise(String account, int inHour, int inDay, Instant now);

    /**
     * The usage of an account, for monitoring. Takes no request.
     *
     * @return empty if the budget does not know, which is the default
     */
    default Optional<RequestUsage> used(String account, Instant now) {
        return Optional.empty();
    }
}
