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
 * All reports, in the order of the documentation. The catalogue decides what is requested, which options are accepted
 * and what messages say about them. To add a report, add it to one of the {@code *Reports} classes.
 */
public final class ReportCatalogue {

    private static final List<Report> ALL = Stream.of(
                    CallReports.REPORTS,
                    FormReports.REPORTS,
                    MessageReports.REPORTS,
                    AccountReports.REPORTS,
                    SettingReports.REPORTS)
            .flatMap(List::stream)
            .toList();

    /** What {@code callrail:check} reads. It is not among {@link #all()}, because CallRail has no such report. */
    public static final Report CHECK = Report.computed(
                    "check", "/a.json", Report.Shape.SUMMARY, "checks", Fields.fixed(List.of()), List.of())
            .undated()
            .marked(Report.Mark.COMPUTED_HERE);

    private static final Set<String> FILTERS = ALL.stream()
            .flatMap(report -> report.filters().stream())
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

    private static final List<Parameter> PARAMETERS = ALL.stream()
            .flatMap(report -> report.parameters().stream())
            .filter(parameter -> !parameter.filter())
            .toList();

    private ReportCatalogue() {}

    public static List<Report> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Report::name).toList();
    }

    /** The parameters of all reports except filters, which share one option; an option may occur more than once. */
    public static List<Parameter> parameters() {
        return PARAMETERS;
    }

    /** The names of all filters of all reports, sorted. */
    public static Set<String> filters() {
        return FILTERS;
    }

    /** The names of everything that can be read: all reports, and {@link #CHECK}. */
    public static List<String> readable() {
        return Stream.concat(ALL.stream(), Stream.of(CHECK)).map(Report::name).toList();
    }

    /**
     * The report of that name, or {@link #CHECK}, written {@code form-submissions}, {@code form_submissions} or {@code
     * formSubmissions}.
     *
     * @throws CallRailFailure of kind CONFIGURATION naming the nearest report if there is none of that name
     */
    public static Report of(String name) {
        String dashed = name.trim()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
        return Stream.concat(ALL.stream(), Stream.of(CHECK))
                .filter(report -> report.name().equals(dashed))
                .findFirst()
                .orElseThrow(() -> CallRailFailure.configuration("There is no report '%s'%s Reports: %s"
                        .formatted(name, hint(name, dashed), String.join(", ", readable()))));
    }

    private static String hint(String name, String dashed) {
        String other = Synonyms.report(name, ALL);
        return other.isEmpty() ? NearestMatch.hint(dashed, readable()) : other;
    }
}
