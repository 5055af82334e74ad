package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.report.ReportPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is read incrementally: what tells one such reading from another, and how its records are compared.
 *
 * @param options what decides which records there are: option to value
 * @param columns stands for the columns asked for and compared: when it is another, records cannot be compared
 * @param ignored columns that change by themselves
 * @param timeField the column with a record's time; empty for lists without
 * @param chronological whether they come oldest first
 */
public record Subject(
        Map<String, String> options,
        String columns,
        Set<String> ignored,
        Optional<String> timeField,
        boolean chronological) {

    public Subject {
        options = Map.copyOf(options);
        ignored = Set.copyOf(ignored);
    }

    /**
     * What a plan reads.
     *
     * @param account the account's id
     * @param apiVersion its ids are others in another version
     * @param ignoredToo columns that change by themselves, beside those that the report is known to have
     * @param refused columns that CallRail does not give though they are asked for
     */
    public static Subject of(
            ReportPlan plan, String account, String apiVersion, Set<String> ignoredToo, Set<String> refused) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("report", plan.report().name());
        options.put("accountId", account);
        options.put("apiVersion", apiVersion);
        options.putAll(plan.narrowing());
        Set<String> ignored = new TreeSet<>(plan.report().fields().changing());
        ignored.addAll(ignoredToo);
        String columns =
                Hash64.hex(Fingerprint.FORMAT + " " + plan.fields() + " " + ignored + " " + new TreeSet<>(refused));
        boolean chronological = plan.order().map(order -> order.chronological()).orElse(false);
        return new Subject(options, columns, ignored, plan.report().timeField(), chronological);
    }

    /** The options with hashes in place of values, because a value may be somebody's number. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        options.forEach((option, value) -> hashes.put(option, Hash64.hex(value)));
        return hashes;
    }
}
