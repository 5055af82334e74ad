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
 */
record IncrementalReadings(List<Supplier<Reading>> retries, Optional<Supplier<Reading>> main, Runnable atEnd) {

    IncrementalReadings {
        retries = List.copyOf(retries);
    }
}
