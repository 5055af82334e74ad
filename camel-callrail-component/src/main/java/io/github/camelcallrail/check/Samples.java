package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.FieldSelection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The first page of every report, requested once, when the first check needs it; other checks look at the same pages.
 * Used by one thread at a time.
 */
final class Samples {

    /** Dated reports are read this far back. */
    static final int DAYS = 30;

    private static final int USUAL_PAGE_SIZE = 25;
    private static final Map<String, Integer> PAGE_SIZES = Map.of("accounts", 100, "companies", 100, "calls", 50);
    private static final Set<Integer> REJECTED_STATUS = Set.of(400, 422);

    private final ProbeClient client;
    private final CheckedAccount account;
    private final Clock clock;
    private final Map<Report, Attempt> attempts = new LinkedHashMap<>();

    Samples(ProbeClient client, CheckedAccount account, Clock clock) {
        this.client = client;
        this.account = account;
        this.clock = clock;
    }

    /**
     * The first page of a report.
     *
     * @throws CallRailFailure if it cannot be read; the same again for the next caller
     * @throws ProbeSkipped if it is not requested
     */
    Sample of(String report) {
        Attempt attempt = attempts.computeIfAbsent(ReportCatalogue.of(report), this::attempt);
        if (attempt.failure != null) {
            throw attempt.failure;
        }
        return attempt.sample;
    }

    /** The pages that have been read so far. */
    List<Sample> read() {
        return attempts.values().stream()
                .map(Attempt::sample)
                .filter(Objects::nonNull)
                .toList();
    }

    private Attempt attempt(Report report) {
        try {
            return new Attempt(sample(report), null);
        } catch (CallRailFailure failure) {
            return new Attempt(null, failure);
        }
    }

    private Sample sample(Report report) {
        client.requireOpen();
        Map<String, String> parameters = parameters(report);
        List<String> fields = FieldSelection.of(report, null).sent();
        FieldProbe probe = new FieldProbe(client, report, report.ofAccount() ? account.id() : "", parameters);
        int pageSize = PAGE_SIZES.getOrDefault(report.name(), USUAL_PAGE_SIZE);
        try {
            return new Sample(report, parameters, fields, List.of(), true, pageSize, probe.get(fields));
        } catch (CallRailFailure failure) {
            if (fields.isEmpty()
                    || !REJECTED_STATUS.contains(failure.httpStatus().orElse(0))) {
                throw failure;
            }
            Answer answer = probe.get(List.of());
            boolean certain = probe.search(fields);
            return new Sample(report, parameters, List.of(), probe.rejected(), certain, pageSize, answer);
        }
    }

    private Map<String, String> parameters(Report report) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (report.precision().isPresent()) {
            ZoneId zone = account.zone();
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            parameters.put("start_date", today.minusDays(DAYS).toString());
            parameters.put("end_date", today.toString());
            parameters.put("time_zone", zone.getId());
        }
        if (report.parameters().stream().anyMatch(Parameter::required)) {
            parameters.put("company_id", account.company());
        }
        report.parameter("groupBy").ifPresent(grouping -> parameters.put(grouping.name(), "source"));
        report.order().ifPresent(order -> {
            parameters.put("sort", order.field());
            parameters.put("order", order.direction());
        });
        if (report.paged()) {
            parameters.put("per_page", String.valueOf(PAGE_SIZES.getOrDefault(report.name(), USUAL_PAGE_SIZE)));
            parameters.put("page", "1");
        }
        return parameters;
    }

    private record Attempt(Sample sample, CallRailFailure failure) {}
}
