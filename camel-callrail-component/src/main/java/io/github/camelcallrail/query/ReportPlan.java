package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
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
 * What is to be asked of a report, checked against the catalogue, before the clock, the account and the zone are known. An
 * endpoint makes one when it is created; a producer makes another for a message whose headers say something else.
 *
 * @param report the report
 * @param accountId the account; empty to use the only one that the key sees
 * @param parameters company, user, grouping, interval, trackers, search and filters
 * @param fields the columns
 * @param dates what the date options say; empty for reports that take no dates
 * @param zone the zone of the dates; empty to look it up
 * @param order what the list is sorted by
 * @param pageSize rows a request
 * @param linked whether pages are had by following links
 * @param maxRecords where to stop, if anywhere
 */
public record ReportPlan(
        Report report,
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
    /** What {@code offset} was called before it had the API's own name. */
    private static final String OLD_OFFSET = "auto";

    public ReportPlan {
        requireNonNull(report, "report is null");
        parameters = List.copyOf(parameters);
    }

    /**
     * Checks everything that can be checked without asking CallRail and without a clock.
     *
     * @param inherited defaults meant for all reports; those that this report does not take are ignored, and so are values that
     *     only other reports take
     * @param given options meant for this report; one that it does not take is an error
     * @throws CallRailFailure of kind CONFIGURATION, naming the option
     */
    public static ReportPlan of(Report report, QueryOptions inherited, QueryOptions given) {
        OptionRules.requireApplicable(report, given);
        QueryOptions options = inherited
                .only(option -> OptionRules.suits(report, option, inherited.all(option)))
                .overlaidBy(given);
        boolean linked = linked(report, options);
        OptionalLong maxRecords = options.count("maxRecords", Long.MAX_VALUE);
        // No page larger than what is wanted of it.
        long pageSize = Math.min(report.maxPageSize(), maxRecords.orElse(Long.MAX_VALUE));
        return new ReportPlan(
                report,
                options.text("accountId").map(id -> Parameter.checkId("accountId", id)),
                parameters(report, options),
                FieldSelection.of(report, options.text(FieldSelection.OPTION).orElse(null)),
                report.precision().map(precision -> DateSelection.of(options.dates())),
                options.text("timeZone").map(TimeZones::of),
                order(report, options, linked),
                (int) options.count("pageSize", report.maxPageSize()).orElse(pageSize),
                linked,
                maxRecords);
    }

    /** Fails for dates that no clock could make right. */
    public void checkDates(Instant now) {
        dates.ifPresent(
                selection -> selection.check(now, zone, report.precision().orElseThrow()));
    }

    /** Fails unless everything that the report cannot be asked without is there. */
    public void requireComplete() {
        for (Parameter parameter : report.parameters()) {
            if (parameter.required() && value(parameter.name()).isEmpty()) {
                throw CallRailFailure.configuration("Report '%s' needs option '%s': CallRail lists it per company only."
                        .formatted(report, parameter.option()));
            }
        }
    }

    /** The company that the report is narrowed to, if it is. */
    public Optional<String> companyId() {
        return value("company_id");
    }

    /** Whether days must be turned into instants, so that their zone must be known. */
    public boolean needsZone() {
        return zone.isEmpty() && dates.map(DateSelection::needsZone).orElse(false);
    }

    /**
     * The query that this plan means now.
     *
     * @param account id of the account; ignored by the list of accounts
     * @param effectiveZone the zone of days and of the times that come back
     * @throws CallRailFailure of kind CONFIGURATION when the dates are impossible now
     */
    public ReportQuery at(String account, ZoneId effectiveZone, Instant now) {
        return over(
                account,
                dates.map(selection ->
                        selection.resolve(now, effectiveZone, report.precision().orElseThrow())));
    }

    /**
     * The query that this plan means for dates that somebody else reckons.
     *
     * @param window the dates; empty for a report that takes none
     */
    public ReportQuery over(String account, Optional<DateWindow> window) {
        requireComplete();
        return new ReportQuery(report, account, window, parameters, fields, order, pageSize, linked, maxRecords);
    }

    /** What decides which rows there are, beside the account and the dates: option to value. */
    public Map<String, String> narrowing() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Parameter parameter : report.parameters()) {
            List<String> values = parameters.stream()
                    .filter(asked -> asked.name().equals(parameter.name())
                            || asked.name().equals(parameter.arrayName()))
                    .map(QueryParameter::value)
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                options.put(parameter.option(), String.join("\n", values));
            }
        }
        return options;
    }

    private Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }

    private static List<QueryParameter> parameters(Report report, QueryOptions options) {
        List<QueryParameter> asked = new ArrayList<>();
        for (Parameter parameter : report.parameters()) {
            if (!options.names().contains(parameter.option())) {
                continue;
            }
            List<String> values = parameter.read(report, options.all(parameter.option()));
            if (parameter.type() != Parameter.Type.SORTING) {
                String name = parameter.nameFor(values);
                values.stream().map(value -> new QueryParameter(name, value)).forEach(asked::add);
            }
        }
        return asked;
    }

    private static Optional<SortOrder> order(Report report, QueryOptions options, boolean linked) {
        Optional<String> sort = options.text("sort");
        Optional<String> order = options.text("order");
        if (sort.isEmpty() && order.isPresent()) {
            throw CallRailFailure.configuration(
                    "Option 'order' of report '%s' needs option 'sort': CallRail ignores it alone.".formatted(report));
        }
        if (sort.isPresent()) {
            SortOrder asked = new SortOrder(sort.get(), order.orElse(""), false);
            // Who asks for the order that the walk has anyway gets that walk.
            return report.order().filter(asked::sameAs).or(() -> Optional.of(asked));
        }
        // Links fix an order of CallRail's own choice.
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
