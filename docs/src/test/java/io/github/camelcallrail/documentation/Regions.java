package io.github.camelcallrail.documentation;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import io.github.camelcallrail.webhook.EventShape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is generated into the documents, by name. */
final class Regions {

    private final Map<String, Supplier<String>> contents = new TreeMap<>();

    Regions(ExampleRecords records) {
        for (String group : OptionTables.groups()) {
            contents.put("options of group " + group, () -> OptionTables.ofGroup(group));
        }
        contents.put("options of the component only", OptionTables::ofComponentOnly);
        contents.put("headers that are set", HeaderTables::set);
        contents.put("headers that are read", HeaderTables::read);
        contents.put(
                "reports, for the README",
                () -> ReportTables.overview(
                        (name, page) -> "link:docs/modules/ROOT/pages/" + page + ".adoc[`" + name + "`]"));
        contents.put("reports", () -> ReportTables.overview((name, page) -> "xref:" + page + ".adoc[`" + name + "`]"));
        contents.put("reports, for the navigation", () -> navigation(ReportCatalogue.all()));
        contents.put("children, for the navigation", () -> navigation(ReportCatalogue.children()));
        contents.put("children of one record", ReportTables::children);
        contents.put("files", ReportTables::files);
        contents.put("single records", ReportTables::singles);
        contents.put("example of a single call", records::singleCall);
        contents.put("example of a single message flow", records::singleMessageFlow);
        contents.put("which report takes which option", ReportTables::applicability);
        contents.put("calendar", Calendar::ofMarch);
        contents.put("contrary behaviors", Regions::contrary);
        contents.put("assumptions", AssumptionTables::assumptions);
        contents.put("outcomes of contrary behaviors", AssumptionTables::outcomes);
        contents.put("fields that change by themselves", ReportTables::changing);
        for (EventShape shape : EventShape.values()) {
            if (shape != EventShape.UNKNOWN) {
                contents.put("fields of events " + shape, () -> ReportPage.fields(shape));
            }
        }
        for (Report report : ReportCatalogue.all()) {
            report.single()
                    .ifPresent(form -> contents.put("single record of " + report, () -> ReportPage.single(report)));
        }
        for (Report report : withPages()) {
            contents.put("facts of " + report, () -> ReportPage.facts(report));
            contents.put("options of " + report, () -> ReportPage.options(report));
            contents.put("fields of " + report, () -> ReportPage.fields(report));
            contents.put("example of " + report, () -> records.example(report));
        }
    }

    private static List<Report> withPages() {
        return Stream.of(ReportCatalogue.all(), ReportCatalogue.children())
                .flatMap(List::stream)
                .toList();
    }

    private static String navigation(List<Report> reports) {
        return reports.stream()
                .map(report -> "** xref:" + ReportPage.name(report) + ".adoc[" + report + "]")
                .collect(Collectors.joining("\n"));
    }

    private static String contrary() {
        Table table = new Table("2,5", List.of("Name", "What CallRail then does"));
        for (ContraryBehavior behavior : ContraryBehavior.values()) {
            String effect = behavior.effect().replaceAll("\\w+_\\w+", "`$0`");
            table.row(Table.code(behavior.id()), effect);
        }
        return table.toString();
    }

    Map<String, Supplier<String>> contents() {
        return contents;
    }

    String content(String name) {
        Supplier<String> content = contents.get(name);
        if (content == null) {
            throw new IllegalArgumentException("nothing is generated as '" + name + "', only " + contents.keySet());
        }
        return content.get();
    }
}
