package io.github.camelcallrail.benchmarks.cold;

import java.util.Arrays;

/**
 * The cost of one process.
 *
 * @param wallNanos from its start to its end
 * @param readingNanos the part in which it read; 0 if it does not read
 * @param processorNanos processor time of the process up to the end of its reading; 0 if it does not read
 * @param requests how many requests it sent
 * @param residentBytes the most memory it had resident; 0 if that is not known
 */
record ColdSample(long wallNanos, long readingNanos, long processorNanos, long requests, long residentBytes) {

    /** @param said what the process printed: the other numbers, or nothing if it does not read */
    static ColdSample of(String said, long wallNanos, long requests) {
        long[] numbers = said.isBlank()
                ? new long[0]
                : Arrays.stream(said.strip().split("\\s+"))
                        .limit(3)
                        .mapToLong(Long::parseLong)
                        .toArray();
        long[] all = Arrays.copyOf(numbers, 3);
        return new ColdSample(wallNanos, all[0], all[1], requests, all[2]);
    }

    double wallSeconds() {
        return wallNanos / 1e9;
    }

    double readingSeconds() {
        return readingNanos / 1e9;
    }

    double processorSeconds() {
        return processorNanos / 1e9;
    }

    double residentMegabytes() {
        return residentBytes / 1e6;
    }
}
