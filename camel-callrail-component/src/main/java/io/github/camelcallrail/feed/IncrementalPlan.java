package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.query.ReportPlan;
import java.util.Set;

/**
 * What an incremental consumer reads and sends.
 *
 * @param report what to read: the report, its filters and the first start
 * @param apiVersion {@code v3} or {@code v2}, whose ids differ
 * @param lookback the look-back for changes
 * @param ignored fields whose changes are ignored, in addition to those in the catalogue
 * @param split whether an exchange holds one record, not a page
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
