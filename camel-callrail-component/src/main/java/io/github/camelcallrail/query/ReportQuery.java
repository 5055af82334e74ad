package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One question to CallRail, complete: asking it twice asks for the same rows.
 *
 * @param report the report
 * @param accountId the account; empty text for the list of accounts
 * @param window the dates, both ends included; empty for reports that take none
 * @param parameters company, user, grouping, interval, trackers, search and filters
 * @param fields the columns
 * @param order what the list is sorted by; empty where CallRail decides
 * @param pageSize rows a request
 * @param linked whether pages are had by following links
 * @param maxRecords where to stop, if anywhere
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

    public ReportQuery {
        requireNonNull(report, "report is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(fields, "fields is null");
        parameters = List.copyOf(parameters);
        if (report.ofAccount() && accountId.isEmpty()) {
            throw new IllegalArgumentException("report " + report + " needs an account");
        }
    }

    /** The same question about another window: a part of this one. */
    public ReportQuery within(DateWindow part) {
        return new ReportQuery(
                report, accountId, Optional.of(part), parameters, fields, order, pageSize, linked, maxRecords);
    }

    /** The same question, with only some of its columns asked for. */
    public ReportQuery sending(List<String> names) {
        return new ReportQuery(
                report, accountId, window, parameters, fields.sending(names), order, pageSize, linked, maxRecords);
    }

    /** The same question, asked for as few rows as there are. */
    public ReportQuery ofOneRecord() {
        return new ReportQuery(report, accountId, window, parameters, fields, order, 1, false, maxRecords);
    }

    /** Whether its rows come oldest first. */
    public boolean chronological() {
        return order.map(SortOrder::chronological).orElse(false);
    }

    /** The step of a time series. Source: apidocs.callrail.com, "Call Summary by Time Series": a day unless asked otherwise. */
    public Interval interval() {
        return parameter("interval").map(Interval::of).orElse(Interval.DAY);
    }

    /** The first value of a parameter by CallRail's name for it. */
    public Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }
}
