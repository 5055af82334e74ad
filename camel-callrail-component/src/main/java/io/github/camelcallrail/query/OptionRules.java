package io.github.camelcallrail.query;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.window.DateSelection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which options a report takes, and what is said about those that it does not. */
public final class OptionRules {

    /** How CallRail names what we have options of our own for. */
    private static final Map<String, String> OPTION_INSTEAD_OF_FILTER = Map.ofEntries(
            Map.entry("page", "maxRecords"),
            Map.entry("per_page", "pageSize"),
            Map.entry("offset", "pagination"),
            Map.entry("relative_pagination", "pagination"),
            Map.entry("fields", "fields"),
            Map.entry("start_date", "startDate"),
            Map.entry("end_date", "endDate"),
            Map.entry("date_range", "dateRange"),
            Map.entry("time_zone", "timeZone"),
            Map.entry("company_id", "companyId"),
            Map.entry("user_id", "userId"),
            Map.entry("agent", "userId"),
            Map.entry("group_by", "groupBy"),
            Map.entry("interval", "interval"),
            Map.entry("tracker_id", "trackerId"),
            Map.entry("tracker_ids", "trackerId"),
            Map.entry("search", "search"),
            Map.entry("sort", "sort"),
            Map.entry("order", "order"));

    private OptionRules() {}

    /** Whether the report takes an option. */
    public static boolean applies(Report report, String option) {
        if (DateSelection.OPTIONS.contains(option) || option.equals("timeZone")) {
            return report.precision().isPresent();
        }
        return switch (option) {
            case "fields" -> true;
            case "accountId" -> report.ofAccount();
            case "pageSize", "maxRecords", "pagination" -> report.paged();
            default -> report.parameter(option).isPresent();
        };
    }

    /**
     * Whether a default meant for all reports is for this one: the report takes the option, and its value too. A value that no
     * report takes is a mistake, and is left in to be refused.
     */
    static boolean suits(Report report, String option, List<String> values) {
        return applies(report, option)
                && (takes(report, option, values)
                        || ReportCatalogue.all().stream()
                                .noneMatch(other -> applies(other, option) && takes(other, option, values)));
    }

    private static boolean takes(Report report, String option, List<String> values) {
        try {
            switch (option) {
                case "fields" -> FieldSelection.of(report, String.join(",", values));
                case "pagination" -> {
                    return report.relativePaging() || !values.contains("relative");
                }
                default -> report.parameter(option).ifPresent(parameter -> parameter.check(report, values));
            }
            return true;
        } catch (CallRailFailure e) {
            return false;
        }
    }

    /** Fails for the first option that the report does not take. */
    static void requireApplicable(Report report, QueryOptions options) {
        options.names().stream()
                .filter(option -> !applies(report, option))
                .findFirst()
                .ifPresent(option -> {
                    throw CallRailFailure.configuration(
                            option.startsWith(Parameter.FILTER_PREFIX)
                                    ? noSuchFilter(report, option)
                                    : notSupported(report, option));
                });
    }

    private static String notSupported(Report report, String option) {
        String others = ReportCatalogue.all().stream()
                .filter(other -> applies(other, option))
                .map(Report::name)
                .collect(Collectors.joining(", "));
        String message = "Option '%s' is not supported by report '%s'. Reports that take it: %s."
                .formatted(option, report, others);
        return option.equals("interval") ? message + " The time between two polls is option 'delay'." : message;
    }

    private static String noSuchFilter(Report report, String option) {
        String name = option.substring(Parameter.FILTER_PREFIX.length());
        String plain = name.replace("[]", "");
        if (OPTION_INSTEAD_OF_FILTER.containsKey(plain) && !report.filters().contains(plain)) {
            return "'%s' is no filter of report '%s': use option '%s' instead."
                    .formatted(option, report, OPTION_INSTEAD_OF_FILTER.get(plain));
        }
        if (report.filters().isEmpty()) {
            return "Report '%s' has no filters, so '%s' cannot be used.".formatted(report, option);
        }
        return "Report '%s' has no filter '%s'%s Its filters: %s."
                .formatted(
                        report, name, NearestMatch.hint(name, report.filters()), String.join(", ", report.filters()));
    }
}
