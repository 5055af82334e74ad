package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.query.ReportPlan;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The log message at the start of an incremental consumer: what it reads next, how many requests that takes, and where
 * it keeps its state.
 *
 * @param known whether its state can be identified; that may need the account, which only the first poll finds out
 * @param progress how far it has read; empty if nothing is saved, or not known
 * @param pollsPerDay empty if its own scheduler decides
 */
record StartMessage(
        ReportPlan plan,
        Lookback lookback,
        boolean known,
        Optional<SavedState.Reached> progress,
        OptionalLong pollsPerDay) {

    /** @param location where the state is kept, in words */
    String text(String location) {
        boolean dated = plan.dates().isPresent();
        return "callrail:%s is incremental: %s%s; %s; state %s%s"
                .formatted(
                        plan.report(),
                        start(),
                        dated ? ", looking back " + lookback : "",
                        requests(),
                        location,
                        progress.filter(state -> state.failed() > 0)
                                .map(state -> "; %s failed records will be retried".formatted(state.failed()))
                                .orElse(""));
    }

    private String start() {
        return plan.dates()
                .map(dates -> progress.flatMap(state -> state.walkingFrom().or(state::readUpTo))
                        .map(time -> "resumes from " + time)
                        .orElse((known ? "starts with " : "resumes from its state, or starts with ") + dates))
                .orElse("compares the whole list at every poll");
    }

    /** The requests per day, at least; empty if its own scheduler decides when to poll. */
    OptionalLong requestsPerDay() {
        if (pollsPerDay.isEmpty()) {
            return OptionalLong.empty();
        }
        RequestForecast forecast = new RequestForecast(pollsPerDay.getAsLong(), plan.pageSize());
        return OptionalLong.of(
                plan.dates().isPresent() ? forecast.lookingBack(lookback, records()) : forecast.wholeList(records()));
    }

    private long records() {
        return progress.map(SavedState.Reached::records).orElse(0L);
    }

    private String requests() {
        OptionalLong requests = requestsPerDay();
        if (requests.isEmpty()) {
            return "at least one request per poll";
        }
        long records = records();
        return "%s %s requests per day (%sone more for each %s additional records that a poll reads)"
                .formatted(
                        records == 0 ? "at least" : "about",
                        requests.getAsLong(),
                        known ? records + " records known; " : "",
                        plan.pageSize());
    }
}
