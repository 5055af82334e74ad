package io.github.camelcallrail.query;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Parameter.Type;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.window.DateSelection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which options each report accepts, and the messages about options that it does not accept. */
public final class OptionRules {

    /** How one text holds several values of an option. */
    public enum Listing {
        NOT_LISTED,
        SPLIT_AT_COMMAS,
        JOINED_BY_COMMAS
    }

    /** The names of all options that select what is read, except filters. */
    public static final Set<String> OPTIONS = options();

    private static final Set<String> SPLIT_AT_COMMAS = ReportCatalogue.parameters().stream()
            .filter(parameter -> parameter.type() == Type.ID && parameter.repeatable())
            .map(Parameter::option)
            .collect(Collectors.toUnmodifiableSet());

    /** The options to use instead of filters with these API names. */
    private static final Map<String, String> OPTION_INSTEAD_OF_FILTER = optionsByApiName();

    private OptionRules() {}

    private static Set<String> options() {
        Set<String> options = new LinkedHashSet<>();
        options.add("accountId");
        ReportCatalogue.parameters().forEach(parameter -> options.add(parameter.option()));
        options.add(FieldSelection.OPTION);
        options.addAll(DateSelection.OPTIONS);
        options.addAll(List.of("timeZone", "pageSize", "pagination", "maxRecords"));
        return Collections.unmodifiableSet(options);
    }

    private static Map<String, String> optionsByApiName() {
        Map<String, String> options = new HashMap<>(Map.of(
                "page", "maxRecords",
                "per_page", "pageSize",
                "offset", "pagination",
                "relative_pagination", "pagination",
                "fields", FieldSelection.OPTION,
                "start_date", "startDate",
                "end_date", "endDate",
                "date_range", "dateRange",
                "time_zone", "timeZone"));
        ReportCatalogue.parameters()
                .forEach(parameter -> options.put(parameter.name().replace("[]", ""), parameter.option()));
        return options;
    }

    /** How one text holds several values of an option. */
    public static Listing listing(String option) {
        if (option.equals(FieldSelection.OPTION)) {
            return Listing.JOINED_BY_COMMAS;
        }
        return SPLIT_AT_COMMAS.contains(option) ? Listing.SPLIT_AT_COMMAS : Listing.NOT_LISTED;
    }

    /** Whether the report accepts an option. */
    public static boolean applies(Report report, String option) {
        if (DateSelection.OPTIONS.contains(option) || option.equals("timeZone")) {
            return report.precision().isPresent();
        }
        return switch (option) {
            case FieldSelection.OPTION -> !report.is(Report.Mark.COMPUTED_HERE) && report.shape() != Report.Shape.FILE;
            case "accountId" -> report.ofAccount() || report.is(Report.Mark.COMPUTED_HERE);
            case "pageSize", "maxRecords", "pagination" -> report.paged();
            default -> report.parameter(option).isPresent();
        };
    }

    /**
     * Whether a default meant for all reports applies to this one: the report accepts the option and its value. A value
     * that no report accepts is a mistake; it is kept so that it is rejected.
     */
    static boolean isUsable(Report report, String option, List<String> values) {
        return applies(report, option)
                && (accepts(report, option, values)
                        || ReportCatalogue.readable().stream()
                                .noneMatch(other -> applies(other, option) && accepts(other, option, values)));
    }

    private static boolean accepts(Report report, String option, List<String> values) {
        if (option.equals(SourceSelection.COMPANY) && SourceSelection.several(values)) {
            return true;
        }
        try {
            switch (option) {
                case FieldSelection.OPTION -> FieldSelection.of(report, String.join(",", values));
                case "pagination" -> {
                    return report.relativePaging() || !values.contains("relative");
                }
                default -> report.parameter(option).ifPresent(parameter -> parameter.read(report, values));
            }
            return true;
        } catch (CallRailFailure e) {
            return false;
        }
    }

    /** Fails for the first option that the report does not accept. */
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
        if (report.shape() == Report.Shape.RECORD) {
            return "Option '%s' cannot be used with operation=get of report '%s', which reads one record. It takes: %s."
                    .formatted(
                            option,
                            report,
                            OPTIONS.stream()
                                    .filter(other -> applies(report, other))
                                    .collect(Collectors.joining(", ")));
        }
        if (report.single().filter(form -> applies(form, option)).isPresent()) {
            return "Option '%s' of report '%s' needs operation=get, which reads one record.".formatted(option, report);
        }
        String others = ReportCatalogue.readable().stream()
                .filter(other -> applies(other, option))
                .map(Report::name)
                .collect(Collectors.joining(", "));
        String message = "Option '%s' is not supported by report '%s'. Reports that accept it: %s."
                .formatted(option, report, others);
        return isInterval(option) ? message + " The time between two polls is option 'delay'." : message;
    }

    private static boolean isInterval(String option) {
        return ReportCatalogue.parameters().stream()
                .anyMatch(parameter -> parameter.option().equals(option) && parameter.type() == Type.INTERVAL);
    }

    private static String noSuchFilter(Report report, String option) {
        String name = option.substring(Parameter.FILTER_PREFIX.length());
        String plain = name.replace("[]", "");
        if (OPTION_INSTEAD_OF_FILTER.containsKey(plain) && !report.filters().contains(plain)) {
            return "'%s' is not a filter of report '%s': use option '%s' instead."
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
