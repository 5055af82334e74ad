package io.github.camelcallrail.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.camelcallrail.benchmarks.server.CallServer;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Measures the work between a start and an end, excluding the server in the same process. */
public final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final HeapWatch heap = new HeapWatch();
    private CallServer server;
    private Map<Long, Long> allocated = Map.of();
    private long requests;
    private long processCpu;
    private long serverCpu;
    private long begin;

    /** Starts with an empty young generation, so that no contender has to collect the garbage of the previous one. */
    public void begin(CallServer answering) {
        heap.begin();
        server = answering;
        allocated = allocatedByThread();
        requests = server.requests();
        serverCpu = server.cpuNanos();
        processCpu = SYSTEM.getProcessCpuTime();
        begin = System.nanoTime();
    }

    /** @param records how many records were read since the start */
    public Sample end(long records) {
        long wall = System.nanoTime() - begin;
        long ofServer = server.cpuNanos() - serverCpu;
        long ofClient = SYSTEM.getProcessCpuTime() - processCpu - ofServer;
        return new Sample(
                records,
                server.requests() - requests,
                wall,
                ofClient,
                ofServer,
                allocatedSince(allocatedByThread()),
                heap.end());
    }

    private long allocatedSince(Map<Long, Long> now) {
        now.keySet().removeAll(server.threadIds());
        return now.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - allocated.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static Map<Long, Long> allocatedByThread() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> byThread = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            // -1 if the thread has just ended.
            byThread.put(ids[i], Math.max(0, bytes[i]));
        }
        return byThread;
    }
}
