package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.Optional;

/**
 * Counts the requests that are sent for each account, and says when one more may be.
 *
 * <p>Whatever instants it is asked at, in no 60 minutes and in no 24 hours are more requests granted than the limits of the one
 * who asks allow. Those who ask with lower limits leave the rest to others. Thread-safe; shared by all that ask for an account.
 *
 * <p>Where it cannot count, because its database is away, it throws a {@link io.github.camelcallrail.failure.CallRailFailure} of
 * kind STORAGE: a request that nobody counts might lock the account out.
 */
public interface RequestBudget {

    /**
     * Takes one request from what an account has left.
     *
     * @param account the account's id; empty text for requests that belong to none
     * @param limits what the one who asks may use, together with all others
     * @param now the time; a time earlier than one told before counts as that
     * @return empty when the request is counted and may be sent; otherwise when it is worth asking again, later than now
     */
    Optional<Instant> take(String account, Limits limits, Instant now);

    /**
     * Takes note that CallRail counts more requests than were taken here, because others use the account too. What it counts
     * beyond ours is counted as sent now; a number that is not higher changes nothing.
     *
     * @param inHour how many CallRail counts in the hour
     * @param inDay how many it counts in the day
     */
    void raise(String account, int inHour, int inDay, Instant now);
}
