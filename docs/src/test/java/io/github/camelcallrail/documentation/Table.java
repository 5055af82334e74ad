package io.github.camelcallrail.documentation;

import java.util.ArrayList;
import java.util.List;

/** A table in AsciiDoc, in the making. */
final class Table {

    private final int columns;
    private final StringBuilder text;

    /**
     * @param widths of the columns, in AsciiDoc's words
     * @param heads of the columns
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
        // Pluses keep AsciiDoc from reading anything into what is between.
        return text.matches("[\\w.\\-=/: ]*") ? "`" + text + "`" : "`+" + text + "+`";
    }

    @Override
    public String toString() {
        return text + "|===";
    }
}
