package io.github.camelcallrail.documentation;

import java.util.ArrayList;
import java.util.List;

/** Builds an AsciiDoc table. */
final class Table {

    private final int columns;
    private final StringBuilder text;

    /**
     * @param widths the widths of the table columns, in AsciiDoc notation
     * @param heads the headings of the table columns
     */
    Table(String widths, List<String> heads) {
        columns = heads.size();
        text = new StringBuilder("[cols=\"" + widths + "\"]\n|===\n| " + String.join(" | ", heads) + "\n\n");
    }

    Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        List<String> escaped = new ArrayList<>();
        for (Object cell : cells) {
            escaped.add("| " + cell.toString().replace("|", "\\|"));
        }
        text.append(String.join(" ", escaped).stripTrailing()).append('\n');
        return this;
    }

    static String code(String text) {
        // Pluses keep AsciiDoc from interpreting the text between them.
        return text.matches("[\\w.\\-=/: ]*") ? "`" + text + "`" : "`+" + text + "+`";
    }

    @Override
    public String toString() {
        return text + "|===";
    }
}
