package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A cache of lists that are fetched when first needed, then at most once a day. After a failure, the next call fetches
 * again. Thread-safe.
 */
final class DailyLists {

    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration MAX_AGE_OF_LATEST = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, KnownList> lists = new ConcurrentHashMap<>();
    private final KeyedLocks locks = new KeyedLocks();

    DailyLists(Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The records of a list.
     *
     * @param fetch fetches them if they are not cached
     */
    List<CallRailRecord> of(String name, Supplier<List<CallRailRecord>> fetch) {
        return fresh(name)
                .orElseGet(() -> locks.run(name, () -> fresh(name).orElseGet(() -> {
                    List<CallRailRecord> records = fetch.get();
                    lists.put(name, new KnownList(records, clock.instant()));
                    return records;
                })));
    }

    /** The records of a list, fetched again if the cached one is older than a minute. */
    List<CallRailRecord> latest(String name, Supplier<List<CallRailRecord>> fetch) {
        lists.computeIfPresent(
                name, (known, list) -> clock.instant().isBefore(list.fetchedAt.plus(MAX_AGE_OF_LATEST)) ? list : null);
        return of(name, fetch);
    }

    private Optional<List<CallRailRecord>> fresh(String name) {
        return Optional.ofNullable(lists.get(name))
                .filter(list -> clock.instant().isBefore(list.fetchedAt.plus(MAX_AGE)))
                .map(KnownList::records);
    }

    private record KnownList(List<CallRailRecord> records, Instant fetchedAt) {}
}
