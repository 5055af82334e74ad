package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Lookback;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.query.ReportPlan;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One sentence for an operator when an incremental consumer starts: what it reads next, how many requests that takes, and where
 * it remembers.
 *
 * @param known whether it can be told which state is meant, which may take the account that only the first poll finds out
 * @param reached how far it is; empty when nothing is saved, or it is not known
 * @param pollsPerDay empty when a scheduler of its own decides
 */
record StartMessage(
        ReportPlan plan,
        Lookback lookback,
        boolean known,
        Optional<SavedState.Reached> reached,
        OptionalLong pollsPerDay) {

    /** @param place where the state is kept, in words */
    String text(String place) {
        boolean dated = plan.dates().isPresent();
        return "callrail:%s is incremental: %s%s; %s; state %s%s"
                .formatted(
                        plan.report(),
                        start(),
                        dated ? ", looking back " + lookback : "",
                        requests(),
                        place,
                        reached.filter(state -> state.failed() > 0)
                                .map(state -> "; %s records failed and come again".formatted(state.failed()))
                                .orElse(""));
    }

    private String start() {
        return plan.dates()
                .map(dates -> reached.flatMap(state -> state.walkingFrom().or(state::readUpTo))
                        .map(time -> "goes on from " + time)
                        .orElse((known ? "starts with " : "goes on from where it was, or starts with ") + dates))
                .orElse("compares the whole list at every poll");
    }

    private String requests() {
        if (pollsPerDay.isEmpty()) {
            return "one request or more a poll";
        }
        long records = reached.map(SavedState.Reached::records).orElse(0L);
        RequestForecast forecast = new RequestForecast(pollsPerDay.getAsLong(), plan.pageSize());
        long requests =
                plan.dates().isPresent() ? forecast.lookingBack(lookback, records) : forecast.wholeList(records);
        return "%s %s requests a day (%sone more for each further %s that a poll reads)"
                .formatted(
                        records == 0 ? "at least" : "about",
                        requests,
                        known ? records + " records known; " : "",
                        plan.pageSize());
    }
}
