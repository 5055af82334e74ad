package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.checkpoint.LookbackTier;
import java.time.Duration;
import java.util.List;

/**
 * Estimates how many requests per day an incremental consumer sends.
 *
 * @param pollsPerDay number of polls per day
 * @param pageSize records per request
 */
record RequestForecast(long pollsPerDay, int pageSize) {

    /**
     * For a report without dates, which every poll reads completely.
     *
     * @param records number of records in the report
     */
    long wholeList(long records) {
        return pollsPerDay * pages(records);
    }

    /**
     * For a report with dates. A poll with a longer look-back replaces one with a shorter look-back.
     *
     * @param records number of records in the longest look-back
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
