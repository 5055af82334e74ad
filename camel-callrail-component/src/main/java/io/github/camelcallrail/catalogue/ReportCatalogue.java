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

    private static final List<Report> CHILDREN = List.of(
            CallReports.PAGE_VIEWS,
            MessageReports.MESSAGES,
            MessageReports.THREAD_MESSAGES,
            AccountReports.LEAD_TIMELINE);

    private static final List<Report> FILES = List.of(CallReports.RECORDING, MessageReports.MEDIA);

    /** What {@code callrail:check} reads. It is not among {@link #all()}, because CallRail has no such report. */
    public static final Report CHECK = Report.computed(
                    "check", "/a.json", Report.Shape.SUMMARY, "checks", Fields.fixed(List.of()), List.of())
            .undated()
            .marked(Report.Mark.COMPUTED_HERE);

    private static final List<Report> READABLE = Stream.of(ALL, CHILDREN, FILES, List.of(CHECK))
            .flatMap(List::stream)
            .toList();

    private static final Set<String> FILTERS = READABLE.stream()
            .flatMap(report -> report.filters().stream())
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

    private static final List<Parameter> PARAMETERS = READABLE.stream()
            .flatMap(report -> report.parameters().stream())
            .filter(parameter -> !parameter.filter())
            .toList();

    private ReportCatalogue() {}

    /** The reports that consumers can read: each lists all records of an account or a company. */
    public static List<Report> all() {
        return ALL;
    }

    /** The reports that belong to one parent, whose id a user must give. */
    public static List<Report> children() {
        return CHILDREN;
    }

    /** The files that can be downloaded. */
    public static List<Report> files() {
        return FILES;
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

    /** Everything that can be read: reports, the children of one parent, files, and {@link #CHECK}. */
    public static List<Report> readable() {
        return READABLE;
    }

    /** The names of {@link #readable()}. */
    public static List<String> readableNames() {
        return READABLE.stream().map(Report::name).toList();
    }

    /**
     * The entry of that name among {@link #readable()}, written {@code form-submissions}, {@code form_submissions} or
     * {@code formSubmissions}.
     *
     * @throws CallRailFailure of kind CONFIGURATION naming the nearest report if there is none of that name
     */
    public static Report of(String name) {
        String dashed = name.trim()
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
        return READABLE.stream()
                .filter(report -> report.name().equals(dashed))
                .findFirst()
                .orElseThrow(() -> CallRailFailure.configuration("There is no report '%s'%s Reports: %s"
                        .formatted(name, hint(name, dashed), String.join(", ", readableNames()))));
    }

    private static String hint(String name, String dashed) {
        String other = Synonyms.report(name, ALL);
        return other.isEmpty() ? NearestMatch.hint(dashed, readableNames()) : other;
    }
}
