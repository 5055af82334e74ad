package io.github.camelcallrail.benchmarks.measure;

/**
 * What one reading of one contender took.
 *
 * @param records how many were read
 * @param requests how many requests that took
 * @param wallNanos from the call to its return
 * @param clientCpuNanos processor time of the process but for the server's threads: collector and compiler are in it
 * @param serverCpuNanos processor time of the server's threads
 * @param allocatedBytes what the client's threads allocated, as far as they still live at the end
 * @param heap what the heap held meanwhile
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

    /** What stayed after a collection, at most. Garbage that the collector did not look at yet counts too. */
    public double keptMegabytes() {
        return heap.keptBytes() / 1024.0 / 1024;
    }
}
