package io.github.camelcallrail.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of texts with a header: the first column names the rows, the others contain numbers. */
public final class Table {

    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, List<String> head) {
        this.title = title;
        this.head = List.copyOf(head);
    }

    public void add(List<String> row) {
        if (row.size() != head.size()) {
            throw new IllegalArgumentException(row + " does not match the header " + head);
        }
        rows.add(List.copyOf(row));
    }

    /** The table for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        text.append(line(head));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    /** The table for a page of the documentation. */
    public String asciiDoc() {
        StringBuilder page = new StringBuilder(".").append(title).append('\n');
        page.append("[cols=\"<3")
                .append(",>1".repeat(head.size() - 1))
                .append("\"]\n|===\n")
                .append(cells(head))
                .append("\n");
        rows.forEach(row -> page.append(cells(row)));
        return page.append("|===\n").toString();
    }

    private String line(List<String> row) {
        String cells = IntStream.range(0, head.size())
                .mapToObj(column -> ("%" + (column == 0 ? "-" : "") + width(column) + "s").formatted(row.get(column)))
                .collect(Collectors.joining("  "));
        return "  " + cells.stripTrailing() + "\n";
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(head.get(column).length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .orElse(1);
    }

    private static String cells(List<String> row) {
        return row.stream().map(cell -> "| " + cell).collect(Collectors.joining(" ")) + "\n";
    }
}
