package io.github.camelcallrail.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The parts of one reading of an incremental consumer.
 *
 * @param retries each begins to read the times around failed records
 * @param main begins to read everything else; empty if there is nothing to request
 * @param atEnd called when the main part was read to its end
 * @param refresh reads records that others ask for meanwhile; empty if nobody can ask
 */
record IncrementalReadings(
        List<Supplier<Reading>> retries,
        Optional<Supplier<Reading>> main,
        Runnable atEnd,
        Optional<RefreshReading> refresh) {

    /** Only the records that others ask for. */
    static IncrementalReadings only(RefreshReading refresh) {
        return new IncrementalReadings(List.of(), Optional.empty(), () -> {}, Optional.of(refresh));
    }

    IncrementalReadings {
        retries = List.copyOf(retries);
    }
}
