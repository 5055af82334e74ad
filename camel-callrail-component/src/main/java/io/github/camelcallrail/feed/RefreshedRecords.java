package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.RetryWindow;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.window.RollingWindow;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds records that an incremental consumer was asked to read.
 *
 * @param plan what the consumer reads
 * @param windows makes the dates to request
 */
record RefreshedRecords(ReportPlan plan, ReportReader reader, String account, RollingWindow windows, Instant now)
        implements RefreshReading.Source {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshedRecords.class);

    @Override
    public Optional<Reading> around(RetryWindow times) {
        Instant earliest = windows.earliest(now);
        if (times.last().isBefore(earliest)) {
            return Optional.empty();
        }
        Instant first = times.first().isBefore(earliest) ? earliest : times.first();
        ReportQuery query = plan.over(account, Optional.of(windows.around(first, times.last())));
        return Optional.of(Reading.of(query, reader.read(query), false));
    }

    @Override
    public Optional<Instant> time(String id) {
        String field = plan.report().timeField().orElseThrow();
        try {
            return RecordTime.upTo(field, now).of(reader.read(single(id, field)).next());
        } catch (CallRailFailure failure) {
            if (failure.kind() == FailureKind.NOT_FOUND) {
                return Optional.empty();
            }
            if (failure.kind().retryable() || failure.kind().postpones()) {
                throw failure;
            }
            // Otherwise this one record would stop all others.
            LOG.warn("A record that was to be refreshed is ignored: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    private ReportQuery single(String id, String field) {
        return ReportQuery.ofRecord(plan.report().single().orElseThrow(), account, id, field);
    }
}
