package io.github.camelcallrail.benchmarks.accounts;

/**
 * What the process that polls says of itself.
 *
 * @param millis since it began to poll
 * @param records received so far
 * @param heapBytes in use after a collection
 * @param threads alive, of the whole process
 * @param processorNanos used so far, including collector and compiler
 */
record AccountsSample(long millis, long records, long heapBytes, int threads, long processorNanos) {

    static AccountsSample of(String line) {
        String[] numbers = line.strip().split(" ");
        return new AccountsSample(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Integer.parseInt(numbers[3]),
                Long.parseLong(numbers[4]));
    }

    String text() {
        return millis + " " + records + " " + heapBytes + " " + threads + " " + processorNanos;
    }
}
