package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.cold.JvmSettingsBenchmark;
import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.ContenderKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What to measure, as words on the command line, some of them with a value. {@code README.adoc} explains them. */
record Arguments(Map<String, String> words) {

    private static final Set<String> KNOWN = Set.of(
            "quick",
            "full",
            "heap",
            "cold",
            "accounts",
            "jvm",
            "publish",
            "scenarios",
            "contenders",
            "options",
            "rounds",
            "warmups",
            "gzip",
            "per-minute",
            "page-size");

    static Arguments of(String... given) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : given) {
            String[] parts = word.split("=", 2);
            if (!KNOWN.contains(parts[0])) {
                throw new IllegalArgumentException("There is no argument '" + parts[0] + "', only " + KNOWN);
            }
            words.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return new Arguments(words);
    }

    /** The scenarios to run; none if only the heap was requested. */
    List<Scenario> scenarios() {
        List<String> names = list("scenarios")
                .orElseGet(() -> has("full")
                        ? Scenario.FULL
                        : (has("heap") || has("cold") || has("accounts")) && !has("quick")
                                ? List.of()
                                : Scenario.QUICK);
        return names.stream().map(Scenario::of).toList();
    }

    List<ContenderEntry> entries() {
        return list("contenders")
                .orElseGet(() -> Arrays.stream(ContenderKind.values())
                        .map(ContenderKind::text)
                        .toList())
                .stream()
                .map(text -> ContenderEntry.of(text, options()))
                .toList();
    }

    /** Options for every endpoint of the component. */
    String options() {
        return words.getOrDefault("options", "");
    }

    OptionalInt rounds() {
        return number("rounds");
    }

    OptionalInt warmUps() {
        return number("warmups");
    }

    boolean gzip() {
        return has("gzip");
    }

    /** The calls per minute; at one or two, a million calls fill the months that CallRail keeps. */
    int perMinute() {
        return number("per-minute").orElse(2);
    }

    int pageSize() {
        return number("page-size").orElse(250);
    }

    /** The trials in a small heap: none unless requested, with or without a number of records. */
    List<HeapTrial> heapTrials() {
        if (!has("heap") && !has("full")) {
            return List.of();
        }
        return HeapTrial.all(Optional.ofNullable(words.get("heap")).filter(count -> !count.isEmpty()));
    }

    /** The scenarios in which whole processes are compared, separated by commas; empty text for all of them. */
    Optional<String> cold() {
        return has("full")
                ? Optional.of("")
                : Optional.ofNullable(words.get("cold")).filter(names -> !jvmSettings());
    }

    /** Whether settings of the JVM are compared: only by their name, because they have a page of their own. */
    boolean jvmSettings() {
        return JvmSettingsBenchmark.NAME.equals(words.get("cold"));
    }

    /** How many accounts one node polls; empty if that is not measured. */
    OptionalInt accounts() {
        return number("accounts");
    }

    /** Options for the JVMs of whole processes, separated by spaces. */
    String jvm() {
        return words.getOrDefault("jvm", "").replace(',', ' ');
    }

    /** The names of the whole processes to compare; empty for all. */
    List<String> processes() {
        return has("full") ? List.of() : list("contenders").orElse(List.of());
    }

    boolean publish() {
        return has("publish");
    }

    /** The arguments as given. */
    @Override
    public String toString() {
        return words.entrySet().stream()
                .map(word -> word.getValue().isEmpty() ? word.getKey() : word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    private boolean has(String word) {
        return words.containsKey(word);
    }

    private Optional<List<String>> list(String word) {
        return Optional.ofNullable(words.get(word)).map(text -> List.of(text.split(",")));
    }

    private OptionalInt number(String word) {
        return has(word) ? OptionalInt.of(Integer.parseInt(words.get(word))) : OptionalInt.empty();
    }
}
