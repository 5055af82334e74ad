package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The records of several accounts or companies, one after the other. One that fails does not keep the others from being
 * read. Read once, by one thread at a time.
 */
public final class SourceRecords implements Iterator<CallRailRecord> {

    /** Failures that every account would have, so that the first ends the reading. */
    private static final Set<FailureKind> OF_ALL =
            Set.of(FailureKind.CONFIGURATION, FailureKind.UNAUTHORIZED, FailureKind.STORAGE, FailureKind.BUSY);

    private static final int MOST_EXPLAINED = 3;

    private final Iterator<String> accounts;
    private final Sources read;
    private final boolean whole;
    private final BooleanSupplier wanted;
    private final Map<String, CallRailFailure> failures = new LinkedHashMap<>();
    private Iterator<Source> sources = Collections.emptyIterator();
    private Iterator<CallRailRecord> records = Collections.emptyIterator();
    private String current = "";
    private int begun;

    /** How sources are found and read. */
    public interface Sources {

        /** The sources in an account. */
        List<Source> in(String account);

        /** The records of a source; read once. */
        Iterator<CallRailRecord> records(Source source);
    }

    /**
     * @param accounts the accounts to read
     * @param whole whether to give the records of a source only if all of them were read: the failures are then asked
     *     for at the end. Otherwise they are thrown at the end
     * @param wanted whether the records are still needed
     */
    public SourceRecords(List<String> accounts, Sources read, boolean whole, BooleanSupplier wanted) {
        this.accounts = List.copyOf(accounts).iterator();
        this.read = requireNonNull(read, "read is null");
        this.whole = whole;
        this.wanted = requireNonNull(wanted, "wanted is null");
    }

    /**
     * Whether there is another record.
     *
     * @throws CallRailFailure at the end, if a source failed and its records may have been given in part; at once for a
     *     failure that every source would have
     */
    @Override
    public boolean hasNext() {
        while (!ofSource(records::hasNext, false)) {
            if (sources.hasNext()) {
                begin(sources.next());
            } else if (accounts.hasNext()) {
                current = accounts.next();
                sources = ofSource(() -> read.in(current), List.<Source>of()).iterator();
            } else {
                failure().filter(any -> !whole).ifPresent(failure -> {
                    throw failure;
                });
                return false;
            }
        }
        return true;
    }

    private void begin(Source source) {
        current = source.text();
        begun++;
        records = ofSource(() -> whole ? all(read.records(source)) : read.records(source), Collections.emptyIterator());
    }

    private static Iterator<CallRailRecord> all(Iterator<CallRailRecord> records) {
        List<CallRailRecord> all = new ArrayList<>();
        records.forEachRemaining(all::add);
        return all.iterator();
    }

    /** Does a step of the current source, and takes note of its failure, unless that ends the whole reading. */
    private <T> T ofSource(Supplier<T> step, T afterFailure) {
        try {
            return step.get();
        } catch (CallRailFailure failure) {
            if (OF_ALL.contains(failure.kind()) || !wanted.getAsBoolean()) {
                throw failure;
            }
            failures.put(current, failure);
            records = Collections.emptyIterator();
            return afterFailure;
        }
    }

    @Override
    public CallRailRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all sources are read");
        }
        return records.next();
    }

    /** The ids of the accounts or companies that failed so far, in the order in which they were read. */
    public List<String> failed() {
        return List.copyOf(failures.keySet());
    }

    /** One failure for all that failed so far; empty if none did. */
    public Optional<CallRailFailure> failure() {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        CallRailFailure first = failures.values().iterator().next();
        String why = failures.entrySet().stream()
                .limit(MOST_EXPLAINED)
                .map(failed -> failed.getKey() + ": " + failed.getValue().getMessage())
                .collect(Collectors.joining(" "));
        String more =
                failures.size() > MOST_EXPLAINED ? " And %s more.".formatted(failures.size() - MOST_EXPLAINED) : "";
        CallRailFailure all = first.explained(
                first.kind(),
                "%s of %s accounts or companies could not be read. %s%s"
                        .formatted(failures.size(), Math.max(begun, failures.size()), why, more));
        failures.values().stream().skip(1).forEach(all::addSuppressed);
        return Optional.of(all);
    }
}
