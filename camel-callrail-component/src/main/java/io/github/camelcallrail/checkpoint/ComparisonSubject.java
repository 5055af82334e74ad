package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.query.ReportPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an incremental consumer reads: the options that distinguish it from other states, and how its records are
 * compared.
 *
 * @param options the options that decide which records are read, with their values
 * @param fields the fields by which records are compared
 * @param refused requested fields that CallRail rejects @param ignoredUnnamed fields that releases which did not save
 *     field names ignored
 * @param timeField the field with a record's time; empty if records have none
 * @param chronological whether the report is sorted by time, oldest first
 */
public record ComparisonSubject(
        Map<String, String> options,
        ComparedFields fields,
        Set<String> refused,
        Set<String> ignoredUnnamed,
        Optional<String> timeField,
        boolean chronological) {

    /** Fields that change by themselves but were compared by releases that did not save field names. */
    private static final Set<String> COMPARED_UNNAMED = Set.of("lead_score", "lead_explanation");

    public ComparisonSubject {
        options = Map.copyOf(options);
        refused = Set.copyOf(refused);
        ignoredUnnamed = Set.copyOf(ignoredUnnamed);
    }

    /**
     * What a report plan reads.
     *
     * @param account the account's id
     * @param apiVersion the version of the API; ids differ between versions
     * @param ignoredToo further fields to ignore, besides those of the report that are known to change by themselves
     * @param refused requested fields that CallRail rejects
     */
    public static ComparisonSubject of(
            ReportPlan plan, String account, String apiVersion, Set<String> ignoredToo, Set<String> refused) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("report", plan.report().name());
        options.put("accountId", account);
        options.put("apiVersion", apiVersion);
        options.putAll(plan.selectingOptions());
        Set<String> changing = plan.report().fields().changing();
        Set<String> changingUnnamed = new TreeSet<>(changing);
        changingUnnamed.removeAll(COMPARED_UNNAMED);
        return new ComparisonSubject(
                options,
                ComparedFields.of(plan.fields(), union(changing, ignoredToo)),
                refused,
                union(changingUnnamed, ignoredToo),
                plan.report().timeField(),
                plan.order().map(order -> order.chronological()).orElse(false));
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    FingerprintBasis basis() {
        return FingerprintBasis.of(fields, refused);
    }

    /** The options with hashes instead of values, because a value may be a phone number. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        options.forEach((option, value) -> hashes.put(option, Hash64.hex(value)));
        return hashes;
    }
}
