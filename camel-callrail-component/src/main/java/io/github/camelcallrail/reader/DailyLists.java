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
 * Lists that are asked for when first needed, then at most once a day. What could not be had is asked for again the next time.
 * Thread-safe.
 */
final class DailyLists {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();
    private final KeyedLocks asking = new KeyedLocks();

    DailyLists(Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The rows of a list.
     *
     * @param ask gives them, when they are not known
     */
    List<CallRailRecord> of(String name, Supplier<List<CallRailRecord>> ask) {
        return fresh(name)
                .orElseGet(() -> asking.run(name, () -> fresh(name).orElseGet(() -> {
                    List<CallRailRecord> rows = ask.get();
                    listings.put(name, new Listing(rows, clock.instant()));
                    return rows;
                })));
    }

    /** The rows of a list, asked for again when what is known of it is older than a minute. */
    List<CallRailRecord> latest(String name, Supplier<List<CallRailRecord>> ask) {
        listings.computeIfPresent(
                name, (known, listing) -> clock.instant().isBefore(listing.at.plus(LATEST)) ? listing : null);
        return of(name, ask);
    }

    private Optional<List<CallRailRecord>> fresh(String name) {
        return Optional.ofNullable(listings.get(name))
                .filter(listing -> clock.instant().isBefore(listing.at.plus(FRESH)))
                .map(Listing::rows);
    }

    private record Listing(List<CallRailRecord> rows, Instant at) {}
}
