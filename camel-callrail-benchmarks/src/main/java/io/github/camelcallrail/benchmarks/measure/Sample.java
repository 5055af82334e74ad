package io.github.camelcallrail.benchmarks.measure;

/**
 * The cost of one run of one contender.
 *
 * @param records how many records were read
 * @param requests how many requests were sent
 * @param wallNanos from the call to its return
 * @param clientCpuNanos processor time of the process without the server's threads; includes collector and compiler
 * @param serverCpuNanos processor time of the server's threads
 * @param allocatedBytes what those threads of the client allocated that are still alive at the end
 * @param heap the heap use during the run
 */
public record Sample(
        long records,
        long requests,
        long wallNanos,
        long clientCpuNanos,
        long serverCpuNanos,
        long allocatedBytes,
        HeapWatch.Heap heap) {

    public double recordsPerSecond() {
        return records * 1e9 / wallNanos;
    }

    public double wallSeconds() {
        return wallNanos / 1e9;
    }

    public double clientMicrosPerRecord() {
        return clientCpuNanos / 1e3 / records;
    }

    public double serverMicrosPerRecord() {
        return serverCpuNanos / 1e3 / records;
    }

    public double allocatedKilobytesPerRecord() {
        return allocatedBytes / 1024.0 / records;
    }

    /** The maximum that remained after a collection. Includes garbage that the collector had not yet examined. */
    public double keptMegabytes() {
        return heap.keptBytes() / 1024.0 / 1024;
    }
}
