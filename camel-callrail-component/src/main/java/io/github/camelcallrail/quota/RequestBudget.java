package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.Optional;

/**
 * Counts the requests that are sent for each account, and says when one more may be.
 *
 * <p>Whatever instants it is asked at, in no 60 minutes and in no 24 hours are more requests granted than the limits of the one
 * who asks allow. Those who ask with lower limits leave the rest to others. Thread-safe; shared by all that ask for an account.
 *
 * <p>A time earlier than one told before for the account counts as that, so a clock that is put back, and nodes whose clocks
 * differ, get no request too many. Only when it is more than an hour earlier was the clock ahead by mistake: everything that was
 * counted in the time to come then counts as sent now, so that nobody waits for a time that is far away. A clock that is put
 * ahead cannot be told from time that passes.
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
     * @param now the time
     * @return empty when the request is counted and may be sent; otherwise when it is worth asking again, later than now: the
     *     first whole minute at which there is room, unless others take it before
     */
    Optional<Instant> take(String account, Limits limits, Instant now);

    /**
     * Takes note that CallRail counts more requests than were taken here, because others use the account too. What it counts
     * beyond ours in the hour is counted as sent now, and what it then still counts beyond ours in the day as sent an hour ago,
     * because its count of the hour lacks it. A number that is not higher changes nothing.
     *
     * @param inHour how many CallRail counts in the hour, 0 where it does not say
     * @param inDay how many it counts in the day, 0 where it does not say
     */
    void raise(String account, int inHour, int inDay, Instant now);

    /**
     * How much of an account is used, for people and monitoring to see. It takes nothing.
     *
     * @return empty where a budget cannot tell, as by default
     */
    default Optional<RequestUsage> used(String account, Instant now) {
        return Optional.empty();
    }
}
