package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.window.DateSelection;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.TimeZones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to read from a report, checked against the catalogue, before the current time, the account and the time zone are
 * known. An endpoint makes one when it is created; a producer makes one for each message, with its headers.
 *
 * @param report the report
 * @param sources the accounts and companies to read one by one; empty for one account
 * @param accountId the account; empty to use the only one that the key can see, and if there are several sources
 * @param parameters company, user, grouping, interval, trackers, search and filters
 * @param fields the selected fields
 * @param dates the date options; empty for reports without dates
 * @param zone the time zone of the dates; empty to look it up
 * @param order how the list is sorted
 * @param pageSize records per request
 * @param linked whether pages are fetched by following links
 * @param maxRecords the maximum number of records; empty for no limit
 */
public record ReportPlan(
        Report report,
        Optional<SourceSelection> sources,
        Optional<String> accountId,
        List<QueryParameter> parameters,
        FieldSelection fields,
        Optional<DateSelection> dates,
        Optional<ZoneId> zone,
        Optional<SortOrder> order,
        int pageSize,
        boolean linked,
        OptionalLong maxRecords) {

    private static final String RELATIVE = "relative";
    private static final List<String> PAGINATIONS = List.of("offset", RELATIVE);
    /** The former name of {@code offset}. */
    private static final String OLD_OFFSET = "auto";

    public ReportPlan {
        requireNonNull(report, "report is null");
        parameters = List.copyOf(parameters);
    }

    /**
     * Checks everything that can be checked without CallRail and without a clock.
     *
     * @param inherited defaults meant for all reports; options that this report does not accept are ignored, and so are
     *     values that only other reports accept
     * @param given options meant for this report; one that it does not accept is an error
     * @throws CallRailFailure of kind CONFIGURATION, naming the option
     */
    public static ReportPlan of(Report report, QueryOptions inherited, QueryOptions given) {
        OptionRules.requireApplicable(report, given);
        QueryOptions selected = inherited
                .only(option -> OptionRules.isUsable(report, option, inherited.all(option)))
                // One object is in one account, so a default that selects several does not apply.
                .only(option -> !report.ofObject() || !SourceSelection.several(inherited.all(option)))
                .overriddenBy(given);
        Optional<SourceSelection> sources = SourceSelection.of(selected);
        QueryOptions options = sources.isEmpty()
                ? selected
                : selected.only(
                        option -> !option.equals(SourceSelection.ACCOUNT) && !option.equals(SourceSelection.COMPANY));
        if (sources.isPresent() && report.ofObject()) {
            throw CallRailFailure.configuration(
                    "%s reads what belongs to one object, which is in one account: set option 'accountId' to its id."
                            .formatted(named(report)));
        }
        boolean linked = linked(report, options);
        OptionalLong maxRecords = options.count("maxRecords", Long.MAX_VALUE);
        // No page is larger than the number of records wanted.
        long pageSize = Math.min(report.maxPageSize(), maxRecords.orElse(Long.MAX_VALUE));
        return new ReportPlan(
                report,
                sources,
                options.text(SourceSelection.ACCOUNT).map(id -> Parameter.checkId(SourceSelection.ACCOUNT, id)),
                parameters(report, options),
                FieldSelection.of(report, options.text(FieldSelection.OPTION).orElse(null)),
                report.precision().map(precision -> DateSelection.of(options.dates())),
                options.text("timeZone").map(TimeZones::of),
                order(report, options, linked),
                (int) options.count("pageSize", report.maxPageSize()).orElse(pageSize),
                linked,
                maxRecords);
    }

    private static String named(Report report) {
        return report.shape() == Report.Shape.RECORD
                ? "Operation 'get' of report '%s'".formatted(report)
                : "Report '%s'".formatted(report);
    }

    /** Fails for dates that are impossible at any time. */
    public void checkDates(Instant now) {
        dates.ifPresent(
                selection -> selection.check(now, zone, report.precision().orElseThrow()));
    }

    /** This plan as one of several sources, even if it has only one. */
    public ReportPlan severally() {
        return sources.isPresent()
                ? this
                : reading(
                        Optional.of(SourceSelection.one(accountId, companyId())),
                        Optional.empty(),
                        parameters(Optional.empty()));
    }

    /** The plan of one of its sources. */
    public ReportPlan of(Source source) {
        return reading(
                Optional.empty(),
                Optional.of(source.accountId()).filter(id -> !id.isEmpty()),
                parameters(source.companyId()));
    }

    /** The parameters, in the order of the catalogue, with this company instead of any other. */
    private List<QueryParameter> parameters(Optional<String> company) {
        List<QueryParameter> all = new ArrayList<>();
        for (Parameter parameter : report.parameters()) {
            if (parameter.option().equals(SourceSelection.COMPANY)) {
                company.map(id -> new QueryParameter(parameter.name(), id)).ifPresent(all::add);
            } else {
                parameters.stream().filter(sent -> sends(parameter, sent)).forEach(all::add);
            }
        }
        return all;
    }

    private ReportPlan reading(
            Optional<SourceSelection> from, Optional<String> account, List<QueryParameter> narrowed) {
        return new ReportPlan(
                report, from, account, narrowed, fields, dates, zone, order, pageSize, linked, maxRecords);
    }

    /** Fails unless all required parameters of the report are given. */
    public void requireComplete() {
        if (sources.flatMap(SourceSelection::companies).isPresent()) {
            return;
        }
        for (Parameter parameter : report.parameters()) {
            if (parameter.required() && parameter(parameter.name()).isEmpty()) {
                parameter.kind().ifPresent(kind -> {
                    throw CallRailFailure.configuration("Report '%s' needs option '%s' or its header: the id of %s."
                            .formatted(report, parameter.option(), kind.named()));
                });
                throw CallRailFailure.configuration(
                        ("Report '%s' needs option '%s': CallRail lists it per company only. Set it to an id, to"
                                        + " several separated by commas, or to * for all companies.")
                                .formatted(report, parameter.option()));
            }
        }
    }

    /** The company that the report is limited to; empty for all. */
    public Optional<String> companyId() {
        return parameter("company_id");
    }

    /** Whether the time zone must be known, because days must be turned into instants. */
    public boolean needsZone() {
        return zone.isEmpty() && dates.map(DateSelection::needsZone).orElse(false);
    }

    /**
     * The query of this plan at a given time.
     *
     * @param account id of the account; ignored by the list of accounts
     * @param effectiveZone the time zone of days and of returned times
     * @throws CallRailFailure of kind CONFIGURATION if the dates are impossible at that time
     */
    public ReportQuery at(String account, ZoneId effectiveZone, Instant now) {
        return over(
                account,
                dates.map(selection ->
                        selection.resolve(now, effectiveZone, report.precision().orElseThrow())));
    }

    /**
     * The query of this plan for given dates.
     *
     * @param window the dates; empty for a report without dates
     */
    public ReportQuery over(String account, Optional<DateWindow> window) {
        requireComplete();
        return new ReportQuery(report, account, window, parameters, fields, order, pageSize, linked, maxRecords);
    }

    /** The options besides account and dates that decide which records are read: option to value. */
    public Map<String, String> selectingOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Parameter parameter : report.parameters()) {
            List<String> values = parameters.stream()
                    .filter(sent -> sends(parameter, sent))
                    .map(QueryParameter::value)
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                options.put(parameter.option(), String.join("\n", values));
            }
        }
        return options;
    }

    private static boolean sends(Parameter parameter, QueryParameter sent) {
        return sent.name().equals(parameter.name()) || sent.name().equals(parameter.arrayName());
    }

    /** The first value of a parameter, by its name in the API. */
    public Optional<String> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }

    private static List<QueryParameter> parameters(Report report, QueryOptions options) {
        List<QueryParameter> requested = new ArrayList<>();
        for (Parameter parameter : report.parameters()) {
            if (!options.names().contains(parameter.option())) {
                continue;
            }
            List<String> values = parameter.read(report, options.all(parameter.option()));
            if (parameter.type() != Parameter.Type.SORTING) {
                String name = parameter.nameFor(values);
                values.stream().map(value -> new QueryParameter(name, value)).forEach(requested::add);
            }
        }
        return requested;
    }

    private static Optional<SortOrder> order(Report report, QueryOptions options, boolean linked) {
        Optional<String> sort = options.text("sort");
        Optional<String> order = options.text("order");
        if (sort.isEmpty() && order.isPresent()) {
            throw CallRailFailure.configuration(
                    "Option 'order' of report '%s' needs option 'sort': CallRail ignores it alone.".formatted(report));
        }
        if (sort.isPresent()) {
            SortOrder requested = new SortOrder(sort.get(), order.orElse(""), false);
            // If a user requests the default order, the walk of that order is used.
            return report.order().filter(requested::sameAs).or(() -> Optional.of(requested));
        }
        // With links, CallRail chooses the order.
        return linked ? Optional.empty() : report.order();
    }

    private static boolean linked(Report report, QueryOptions options) {
        Optional<String> pagination = options.text("pagination").filter(value -> !value.equals(OLD_OFFSET));
        pagination.ifPresent(value ->
                AllowedValues.require("Option 'pagination' of report '%s'".formatted(report), value, PAGINATIONS));
        boolean linked = pagination.filter(RELATIVE::equals).isPresent();
        if (linked && !report.relativePaging()) {
            throw CallRailFailure.configuration(
                    "Option 'pagination=relative' is not supported by report '%s', only by 'calls'.".formatted(report));
        }
        return linked;
    }
}
