package io.github.camelcallrail.documentation;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens where CallRail differs from what is assumed, from the outcomes that the component's tests hold. */
final class AssumptionTables {

    private static final String OUTCOMES = "camel-callrail-component/src/test/resources/assumptions.csv";
    private static final List<String> SHOWN = List.of("calls", "form-submissions", "conversations", "sms-threads");
    private static final List<String> WAYS =
            List.of("as a list", "as a stream", "by a consumer", "along links", "by an incremental consumer");

    private AssumptionTables() {}

    static String assumptions() {
        Table table = new Table("1,3", List.of("Assumption", "It is assumed that CallRail …"));
        for (Assumption assumption : Assumption.values()) {
            table.row(Table.code(assumption.id()), assumption.statement());
        }
        return table.toString();
    }

    static String outcomes() {
        List<String> heads = new ArrayList<>(List.of("When …"));
        SHOWN.forEach(report -> heads.add(Table.code(report)));
        heads.add("other lists");
        Table table = new Table("4,2,2,2,2,2", heads);
        List<List<String>> lines = Project.read(OUTCOMES)
                .lines()
                .map(line -> List.of(line.split(",")))
                .toList();
        for (ContraryBehavior behavior : ContraryBehavior.values()) {
            List<Object> row = new ArrayList<>(List.of(behavior.effect().replaceAll("\\w+_\\w+", "`$0`")));
            for (String report : SHOWN) {
                row.add(cell(lines, behavior, Set.of(report)));
            }
            Set<String> others = lines.stream().map(line -> line.get(1)).collect(Collectors.toSet());
            SHOWN.forEach(others::remove);
            row.add(cell(lines, behavior, others));
            table.row(row.toArray());
        }
        return table.toString();
    }

    /** The outcome of all ways in which these reports can be read, or of each way where they differ. */
    private static String cell(List<List<String>> lines, ContraryBehavior behavior, Set<String> reports) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> each = new LinkedHashSet<>();
        lines.stream()
                .filter(line -> line.get(0).equals(behavior.id()) && reports.contains(line.get(1)))
                .forEach(line -> {
                    for (int way = 0; way < WAYS.size(); way++) {
                        String outcome = line.get(way + 2);
                        if (!outcome.equals("not applicable")) {
                            all.add(text(outcome));
                            each.add(text(outcome) + " " + WAYS.get(way));
                        }
                    }
                });
        if (all.isEmpty()) {
            throw new IllegalStateException("no outcome of " + reports + " with " + behavior);
        }
        return String.join("; ", all.size() == 1 ? all : each);
    }

    private static String text(String outcome) {
        return outcome.startsWith("rejected ") ? "error `" + outcome.replaceAll(".* ", "") + "`" : outcome;
    }
}
