package io.github.camelcallrail.documentation;

import io.github.camelcallrail.report.ReportCatalogue;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.tooling.model.BaseOptionModel;

/** Tables of a page whose first column is in words, and what may stand in them. */
final class PageTables {

    private PageTables() {}

    /** The rows, without the head, of the table between {@code // tag::name[]} and {@code // end::name[]}, each as its cells. */
    static List<List<String>> rows(Document page, String tag) {
        return page.tagged(tag)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::trim)
                        .toList())
                .toList();
    }

    /** What is written as code in a column, the first being 0. */
    static List<String> codes(Document page, String tag, int column) {
        return rows(page, tag).stream()
                .flatMap(row -> Document.codes(row.get(column)).stream())
                .toList();
    }

    /** Whether it is an option of an endpoint, or a filter of some report with its prefix. */
    static boolean isOption(String name) {
        return name.startsWith("filter.")
                ? ReportCatalogue.filters().contains(name.substring("filter.".length()))
                : Metadata.COMPONENT.getEndpointOptions().stream()
                        .map(BaseOptionModel::getName)
                        .anyMatch(name::equals);
    }
}
