package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.query.ReportPlan;
import java.util.Set;

/**
 * What an incremental consumer reads, and what it hands out.
 *
 * @param report the report, its filters and where to start
 * @param apiVersion {@code v3} or {@code v2}, which have different ids
 * @param lookback how far back to look for changes
 * @param ignored fields whose changes do not count, in addition to those that the catalogue names
 * @param split whether each record is handed out by itself, and not each page
 */
public record IncrementalPlan(
        ReportPlan report, String apiVersion, Lookback lookback, Set<String> ignored, boolean split) {

    public IncrementalPlan {
        requireNonNull(report, "report is null");
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(lookback, "lookback is null");
        ignored = Set.copyOf(ignored);
    }
}
