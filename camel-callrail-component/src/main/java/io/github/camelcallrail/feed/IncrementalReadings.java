package io.github.camelcallrail.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one reading of an incremental consumer reads.
 *
 * @param retries each begins to read a time around which records failed
 * @param main begins to read everything else; empty when there is nothing that can be asked for
 * @param atEnd what to do once the main part was read to its end
 */
record IncrementalReadings(List<Supplier<Reading>> retries, Optional<Supplier<Reading>> main, Runnable atEnd) {

    IncrementalReadings {
        retries = List.copyOf(retries);
    }
}
