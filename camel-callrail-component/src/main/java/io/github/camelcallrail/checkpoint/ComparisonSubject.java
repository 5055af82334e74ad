package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.query.ReportPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is read incrementally: what tells one such reading from another, and how its records are compared.
 *
 * @param options what decides which records there are: option to value
 * @param fields by which records are compared
 * @param refused fields that CallRail does not give though they are asked for
 * @param ignoredUnnamed fields that were not compared by releases that did not save the fields by name
 * @param timeField the field with a record's time; empty for lists without
 * @param chronological whether they come oldest first
 */
public record ComparisonSubject(
        Map<String, String> options,
        ComparedFields fields,
        Set<String> refused,
        Set<String> ignoredUnnamed,
        Optional<String> timeField,
        boolean chronological) {

    /** Fields that change by themselves, which releases that did not save the fields by name compared all the same. */
    private static final Set<String> COMPARED_UNNAMED = Set.of("lead_score", "lead_explanation");

    public ComparisonSubject {
        options = Map.copyOf(options);
        refused = Set.copyOf(refused);
        ignoredUnnamed = Set.copyOf(ignoredUnnamed);
    }

    /**
     * What a plan reads.
     *
     * @param account the account's id
     * @param apiVersion its ids are others in another version
     * @param ignoredToo fields that change by themselves, beside those that the report is known to have
     * @param refused fields that CallRail does not give though they are asked for
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

    /** The options with hashes in place of values, because a value may be somebody's number. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        options.forEach((option, value) -> hashes.put(option, Hash64.hex(value)));
        return hashes;
    }
}
