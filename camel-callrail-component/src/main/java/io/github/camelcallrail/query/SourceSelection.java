package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The accounts and companies that options {@code accountId} and {@code companyId} select, if these may be several.
 *
 * @param accounts the accounts; empty for the only one that the key can see
 * @param companies the companies; empty to read each account as a whole
 */
public record SourceSelection(Optional<Ids> accounts, Optional<Ids> companies) {

    static final String ACCOUNT = "accountId";
    static final String COMPANY = "companyId";
    private static final String ALL = "*";

    /**
     * Some ids of one kind, or all.
     *
     * @param listed the ids in the order in which they were given, each once; empty for all
     */
    public record Ids(List<String> listed) {

        public Ids {
            listed = List.copyOf(listed);
        }

        /** Whether all that the key can see are selected. */
        public boolean all() {
            return listed.isEmpty();
        }
    }

    public SourceSelection {
        requireNonNull(accounts, "accounts is null");
        requireNonNull(companies, "companies is null");
    }

    /**
     * What options select; empty if they select one account, and one company of it or none in particular.
     *
     * @throws CallRailFailure of kind CONFIGURATION if a list contains something other than ids
     */
    static Optional<SourceSelection> of(QueryOptions options) {
        return several(options.all(ACCOUNT)) || several(options.all(COMPANY))
                ? Optional.of(new SourceSelection(ids(ACCOUNT, options), ids(COMPANY, options)))
                : Optional.empty();
    }

    /** One account, and one company of it or none in particular. */
    static SourceSelection one(Optional<String> account, Optional<String> company) {
        return new SourceSelection(account.map(id -> new Ids(List.of(id))), company.map(id -> new Ids(List.of(id))));
    }

    /** Whether the values of one of the two options select several accounts or companies. */
    static boolean several(List<String> values) {
        return values.size() > 1
                || values.stream()
                        .anyMatch(value -> value.contains(",") || value.strip().equals(ALL));
    }

    private static Optional<Ids> ids(String option, QueryOptions options) {
        if (!options.names().contains(option)) {
            return Optional.empty();
        }
        List<String> ids = options.all(option).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        if (ids.equals(List.of(ALL))) {
            return Optional.of(new Ids(List.of()));
        }
        ids.forEach(id -> requireId(option, id));
        return Optional.of(new Ids(ids));
    }

    private static void requireId(String option, String id) {
        if (id.isEmpty()) {
            throw CallRailFailure.configuration(
                    "Option '%s' lists an empty id: remove the comma that is too many.".formatted(option));
        }
        if (id.equals(ALL)) {
            throw CallRailFailure.configuration(
                    "Option '%s' lists ids and *, which stands for all of them: leave one of the two out."
                            .formatted(option));
        }
        Parameter.checkId(option, id);
    }
}
