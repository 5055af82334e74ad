package io.github.camelcallrail.catalogue;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every report, in the order in which the documentation lists them. It drives what is asked, which options are accepted and
 * what the messages about them say: a report is added by adding its row to one of the families.
 */
public final class ReportCatalogue {

    private static final List<Report> REPORTS = Stream.of(
                    CallReports.ROWS, FormReports.ROWS, MessageReports.ROWS, AccountReports.ROWS, SettingReports.ROWS)
            .flatMap(List::stream)
            .toList();

    private static final Set<String> FILTERS = REPORTS.stream()
            .flatMap(report -> report.filters().stream())
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

    private static final List<Parameter> PARAMETERS = REPORTS.stream()
            .flatMap(report -> report.parameters().stream())
            .filter(parameter -> !parameter.filter())
            .toList();

    private ReportCatalogue() {}

    public static List<Report> all() {
        return REPORTS;
    }

    public static List<String> names() {
        return REPORTS.stream().map(Report::name).toList();
    }

    /** The parameters of all reports that have an option of their own and are no filters; one option may be there more than once. */
    public static List<Parameter> parameters() {
        return PARAMETERS;
    }

    /** The names of all filters, in the order of their characters; each is one of at least one report. */
    public static Set<String> filters() {
        return FILTERS;
    }

    /**
     * The report of that name, written {@code form-submissions}, {@code form_submissions} or {@code formSubmissions}.
     *
     * @throws CallRailFailure of kind CONFIGURATION with the nearest name when there is none
     */
    public static Report of(String name) {
        String dashed = name.trim()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
        return REPORTS.stream()
                .filter(report -> report.name().equals(dashed))
                .findFirst()
                .orElseThrow(() -> CallRailFailure.configuration("There is no report '%s'%s Reports: %s"
                        .formatted(name, hint(name, dashed), String.join(", ", names()))));
    }

    private static String hint(String name, String dashed) {
        String other = Synonyms.report(name, REPORTS);
        return other.isEmpty() ? NearestMatch.hint(dashed, names()) : other;
    }
}
