package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeZones;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests of calls that several checks look at, and the times of known calls. Calls are the report that has
 * everything: dates with times of day, any order, links. Used by one thread at a time.
 */
final class CallProbes {

    static final Report CALLS = ReportCatalogue.of("calls");

    /** So small that a smaller limit of CallRail does not matter, and enough for most days. */
    static final int PAGE_SIZE = 100;

    private final ProbeClient client;
    private final Samples samples;
    private final CheckedAccount account;
    private final Clock clock;
    private Answer byDuration;

    CallProbes(ProbeClient client, Samples samples, CheckedAccount account, Clock clock) {
        this.client = client;
        this.samples = samples;
        this.account = account;
        this.clock = clock;
    }

    /** Calls of the last 30 days, sorted by their start, oldest first. */
    List<CallRailRecord> oldestFirst() {
        return sample().records();
    }

    private Sample sample() {
        try {
            return samples.of(CALLS.name());
        } catch (CallRailFailure failure) {
            // Its own check tells the reason.
            throw new ProbeSkipped("calls cannot be read");
        }
    }

    /** Calls of the last 30 days, sorted by duration, longest first. */
    List<CallRailRecord> longestFirst() {
        if (byDuration == null) {
            Map<String, String> parameters = new LinkedHashMap<>(sample().parameters());
            parameters.put("sort", "duration");
            parameters.put("order", "desc");
            byDuration = client.get(CALLS, account.id(), parameters);
        }
        return byDuration.records(CALLS);
    }

    /** Known calls, oldest first. */
    List<KnownCall> known() {
        return Stream.concat(oldestFirst().stream(), longestFirst().stream())
                .flatMap(record -> time(record).map(time -> new KnownCall(record.id(), time)).stream())
                .distinct()
                .sorted(Comparator.comparing(KnownCall::time))
                .toList();
    }

    /** The time of a call. */
    Optional<Instant> time(CallRailRecord call) {
        return RecordTime.upTo(CALLS.timeField().orElseThrow(), clock.instant()).of(call);
    }

    /** The calls of a window, oldest first. */
    List<CallRailRecord> between(String start, String end, String zone) {
        Map<String, String> parameters = window(start, end, zone);
        parameters.put("sort", CALLS.timeField().orElseThrow());
        parameters.put("order", "asc");
        parameters.put("per_page", String.valueOf(PAGE_SIZE));
        parameters.put("page", "1");
        return get(parameters).records(CALLS);
    }

    /** One page of calls with any parameters. */
    Answer get(Map<String, String> parameters) {
        sample();
        return client.get(CALLS, account.id(), parameters);
    }

    /** The parameters of a window. */
    static Map<String, String> window(String start, String end, String zone) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("start_date", start);
        parameters.put("end_date", end);
        parameters.put("time_zone", zone);
        return parameters;
    }

    /** Today in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeZones.UTC);
    }

    CheckedAccount account() {
        return account;
    }

    /** A call that was seen. */
    record KnownCall(String id, Instant time) {}
}
