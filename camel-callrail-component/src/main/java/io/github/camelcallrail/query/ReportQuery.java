package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A complete query of one report: sending it twice requests the same records.
 *
 * @param report the report
 * @param accountId the account; empty text for the list of accounts
 * @param window the dates, both ends included; empty for reports without dates
 * @param parameters company, user, grouping, interval, trackers, search and filters
 * @param fields the selected fields
 * @param order how the list is sorted; empty if CallRail decides
 * @param pageSize records per request
 * @param linked whether pages are fetched by following links
 * @param maxRecords the maximum number of records; empty for no limit
 */
public record ReportQuery(
        Report report,
        String accountId,
        Optional<DateWindow> window,
        List<QueryParameter> parameters,
        FieldSelection fields,
        Optional<SortOrder> order,
        int pageSize,
        boolean linked,
        OptionalLong maxRecords) {

    /** The points of a time series per response. Source: apidocs.callrail.com, "Call Summary by Time Series". */
    private static final int MAX_POINTS = 200;

    private static final int HOURS_OF_LONGEST_DAY = 25;

    public ReportQuery {
        requireNonNull(report, "report is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(fields, "fields is null");
        parameters = List.copyOf(parameters);
        if (report.ofAccount() && accountId.isEmpty()) {
            throw new IllegalArgumentException("report " + report + " needs an account");
        }
    }

    /**
     * The query of one record, by its id.
     *
     * @param form the single form of a report
     * @param fields as the option {@code fields}
     */
    public static ReportQuery ofRecord(Report form, String accountId, String id, String fields) {
        return new ReportQuery(
                form,
                accountId,
                Optional.empty(),
                List.of(new QueryParameter("id", id)),
                FieldSelection.of(form, fields),
                Optional.empty(),
                1,
                false,
                OptionalLong.empty());
    }

    /** The same query for a part of its window. */
    public ReportQuery within(DateWindow part) {
        return new ReportQuery(
                report, accountId, Optional.of(part), parameters, fields, order, pageSize, linked, maxRecords);
    }

    /** The same query, with these parameters. */
    public ReportQuery having(List<QueryParameter> others) {
        return new ReportQuery(report, accountId, window, others, fields, order, pageSize, linked, maxRecords);
    }

    /** The same query, with only these fields requested. */
    public ReportQuery sending(List<String> names) {
        return new ReportQuery(
                report, accountId, window, parameters, fields.sending(names), order, pageSize, linked, maxRecords);
    }

    /** The same query with a page size of one record. */
    public ReportQuery ofOneRecord() {
        return new ReportQuery(report, accountId, window, parameters, fields, order, 1, false, maxRecords);
    }

    /** The order by time in which its records should arrive; empty if there is none to rely on. */
    public Optional<TimeOrder> timeOrder() {
        if (order.isPresent()) {
            return order.filter(SortOrder::chronological).map(sorted -> TimeOrder.OLDEST_FIRST);
        }
        boolean newestFirst =
                report.is(Report.Mark.NEWEST_FIRST) && report.timeField().isPresent();
        return newestFirst ? Optional.of(TimeOrder.NEWEST_FIRST) : Optional.empty();
    }

    /** The step of a time series. Source: apidocs.callrail.com, "Call Summary by Time Series": a day by default. */
    public Interval interval() {
        return parameter("interval").map(Interval::of).orElse(Interval.DAY);
    }

    /**
     * The windows that are requested, one after the other: a long time series takes several, everything else one. Empty
     * for a report without dates.
     */
    public List<DateWindow> windows() {
        if (window.isEmpty() || report.shape() != Report.Shape.SERIES) {
            return window.stream().toList();
        }
        // Hours leave room for one more day, because CallRail is known to add one at the end.
        int points = interval() == Interval.HOUR ? MAX_POINTS - HOURS_OF_LONGEST_DAY : MAX_POINTS;
        return window.get().split(interval(), points);
    }

    /** The id of the object that the report is about; empty text if it is about none. */
    public String objectId() {
        return report.ofObject() ? parameter("id").orElse("") : "";
    }

    /** The path below the API version, with each placeholder replaced by its value. */
    public String path(UnaryOperator<String> encoded) {
        String path = report.path().replace("{account}", encoded.apply(accountId));
        for (QueryParameter parameter : parameters) {
            path = path.replace(placeholder(parameter), encoded.apply(parameter.value()));
        }
        return path;
    }

    private static String placeholder(QueryParameter parameter) {
        return "{" + parameter.name() + "}";
    }

    /** The parameters that are not part of the path. */
    public List<QueryParameter> sentParameters() {
        return parameters.stream()
                .filter(parameter -> !report.path().contains(placeholder(parameter)))
                .toList();
    }

    /** The first value of a parameter, by its name in the API. */
    public Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }
}
