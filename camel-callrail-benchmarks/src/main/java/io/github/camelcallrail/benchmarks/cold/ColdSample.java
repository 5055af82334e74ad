package io.github.camelcallrail.benchmarks.cold;

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
