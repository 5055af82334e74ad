package io.github.camelcallrail.check;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Proves that lists are divided into pages as this component assumes. */
record PageChecks(ProbeClient client, CallProbes calls, Samples samples) {

    private static final int LARGEST_PAGE = CallProbes.CALLS.maxPageSize();
    private static final int DAYS_OF_LARGEST_PAGE = 365;
    private static final List<String> COUNTS = List.of("total_records", "total_pages");
    private static final Set<String> KNOWN_MEMBERS = Set.of(
            "page",
            "per_page",
            "total_pages",
            "total_records",
            "total_results",
            "start_date",
            "end_date",
            "time_zone",
            "grouped_by",
            "next_page",
            "has_next_page");

    /** A page of the largest size has that many calls. */
    Finding pageSize() {
        Map<String, String> parameters = CallProbes.window(
                calls.today().minusDays(DAYS_OF_LARGEST_PAGE).toString(),
                calls.today().toString(),
                "UTC");
        parameters.put("per_page", String.valueOf(LARGEST_PAGE));
        parameters.put("page", "1");
        Answer answer = calls.get(parameters);
        int received = answer.records(CallProbes.CALLS).size();
        if (received >= LARGEST_PAGE) {
            return Finding.ok("A page has " + LARGEST_PAGE + " records if that many are requested.");
        }
        long said = answer.count("per_page").orElse(LARGEST_PAGE);
        boolean more = answer.count("total_records").orElse(0) > received
                && exactTotals().outcome() != CheckOutcome.DIFFERS;
        return said < LARGEST_PAGE || more
                ? Finding.differs(
                        "A page has at most %s records, although %s were requested."
                                .formatted(Math.min(said, Math.max(received, 1)), LARGEST_PAGE),
                        "Set option 'pageSize' to that number. Reading takes more requests.")
                : Finding.unknown("There are fewer than %s calls in the last %s days, so one page holds them all."
                        .formatted(LARGEST_PAGE, DAYS_OF_LARGEST_PAGE));
    }

    /** Every list counts its records and pages. */
    Finding totals() {
        List<Sample> lists = lists();
        List<String> without = lists.stream()
                .filter(sample -> COUNTS.stream()
                        .anyMatch(name -> sample.answer().members().get(name) == null))
                .map(sample -> sample.report().name())
                .toList();
        if (lists.isEmpty()) {
            return Finding.unknown("No list could be read.");
        }
        return without.isEmpty()
                ? Finding.ok(lists.size() + " lists count their records and pages.")
                : Finding.differs("Lists without counts: " + String.join(", ", without) + ".", Advice.READING);
    }

    /** A list that fits on one page has as many records as it counts. */
    Finding exactTotals() {
        List<Sample> counted = lists().stream()
                .filter(Sample::complete)
                .filter(sample -> sample.answer().count("total_records").isPresent())
                .toList();
        List<String> wrong = counted.stream()
                .filter(sample -> !isExact(sample))
                .map(sample -> "%s (%s listed)"
                        .formatted(sample.report().name(), sample.records().size()))
                .toList();
        if (counted.isEmpty()) {
            return Finding.unknown("No list that fits on one page counts its records.");
        }
        return wrong.isEmpty()
                ? Finding.ok(counted.size() + " lists count exactly the records that they list.")
                : Finding.differs("Lists with another count: " + String.join(", ", wrong) + ".", Advice.READING);
    }

    private static boolean isExact(Sample sample) {
        OptionalLong pages = sample.answer().count("total_pages");
        int listed = sample.records().size();
        return sample.answer().count("total_records").orElse(-1) == listed
                && (pages.isEmpty() || pages.getAsLong() == (listed == 0 ? pages.getAsLong() : 1));
    }

    /** Counts are JSON numbers. */
    Finding numericTotals() {
        List<String> text = new ArrayList<>();
        int seen = 0;
        for (Sample sample : lists()) {
            List<Object> counts = COUNTS.stream()
                    .map(sample.answer().members()::get)
                    .filter(count -> count != null)
                    .toList();
            seen += counts.size();
            if (counts.stream().anyMatch(count -> !(count instanceof Integer || count instanceof Long))) {
                text.add(sample.report().name());
            }
        }
        if (seen == 0) {
            return Finding.unknown("No list counts its records.");
        }
        return text.isEmpty()
                ? Finding.ok("Counts are whole numbers.")
                : Finding.differs(
                        "Lists whose counts are not whole numbers: " + String.join(", ", text) + ".", Advice.READING);
    }

    /** The page after the last is empty. */
    Finding pagesBeyond() {
        Optional<Sample> list = lists().stream()
                .filter(sample -> sample.complete() && !sample.records().isEmpty())
                .min(Comparator.comparingInt(sample -> sample.records().size()));
        if (list.isEmpty()) {
            return Finding.unknown("No list fits on one page.");
        }
        Sample sample = list.get();
        Map<String, String> parameters = new LinkedHashMap<>(sample.parameters());
        parameters.put("page", "2");
        try {
            Answer beyond = client.get(
                    sample.report(),
                    sample.report().ofAccount() ? calls.account().id() : "",
                    parameters);
            List<String> ids = ids(beyond.records(sample.report()));
            if (ids.isEmpty() && beyond.hasList(sample.report())) {
                return Finding.ok("The page after the last is empty.");
            }
            return Finding.differs(
                    ids.equals(ids(sample.records()))
                            ? "The page after the last repeats the last page."
                            : "The page after the last is not empty, or has no list.",
                    Advice.READING);
        } catch (CallRailFailure failure) {
            if (failure.kind() != FailureKind.NOT_FOUND && failure.kind() != FailureKind.REFUSED) {
                throw failure;
            }
            return Finding.differs(
                    "The page after the last is HTTP %s."
                            .formatted(failure.httpStatus().orElseThrow()),
                    Advice.READING);
        }
    }

    /** Only known members stand beside a list. */
    Finding knownMembers() {
        Set<String> unknown = new LinkedHashSet<>();
        for (Sample sample : samples.read()) {
            sample.answer().members().keySet().stream()
                    .filter(name -> !KNOWN_MEMBERS.contains(name)
                            && !name.equals(sample.report().arrayKey()))
                    .forEach(unknown::add);
        }
        if (samples.read().isEmpty()) {
            return Finding.unknown("No report could be read.");
        }
        return unknown.isEmpty()
                ? Finding.ok("Only known members stand beside the lists.")
                : Finding.differs(
                        "Unknown members beside the lists: " + FieldNamesShown.of(unknown) + ".",
                        "They are skipped. Report it as a bug with this output.");
    }

    private List<Sample> lists() {
        return samples.read().stream().filter(sample -> sample.report().paged()).toList();
    }

    private static List<String> ids(List<CallRailRecord> records) {
        return records.stream().map(CallRailRecord::id).toList();
    }
}
