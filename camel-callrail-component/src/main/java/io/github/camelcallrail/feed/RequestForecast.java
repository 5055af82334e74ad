package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.checkpoint.LookbackTier;
import java.time.Duration;
import java.util.List;

/**
 * How many requests an incremental consumer makes a day, as far as can be known beforehand.
 *
 * @param pollsPerDay how often it polls
 * @param pageSize how many records a request brings
 */
record RequestForecast(long pollsPerDay, int pageSize) {

    /**
     * For a report without dates, of which every poll reads all.
     *
     * @param records how many it has
     */
    long wholeList(long records) {
        return pollsPerDay * pages(records);
    }

    /**
     * For a dated report. A poll that looks further back takes the place of one that looks less far.
     *
     * @param records how many there are in the longest look-back
     */
    long lookingBack(Lookback lookback, long records) {
        List<LookbackTier> tiers = lookback.tiers();
        long requests = 0;
        long deeper = 0;
        for (int number = tiers.size() - 1; number >= 0; number--) {
            LookbackTier tier = tiers.get(number);
            long looks = tier.every().isZero()
                    ? pollsPerDay
                    : Math.min(pollsPerDay, Duration.ofDays(1).dividedBy(tier.every()));
            double part = (double) tier.depth().toMinutes() / lookback.longest().toMinutes();
            requests += Math.max(0, looks - deeper) * pages(Math.round(records * part));
            deeper = Math.max(deeper, looks);
        }
        return requests;
    }

    private long pages(long records) {
        return Math.max(1, (records + pageSize - 1) / pageSize);
    }
}
