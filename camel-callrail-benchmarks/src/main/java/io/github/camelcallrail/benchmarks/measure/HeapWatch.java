package io.github.camelcallrail.benchmarks.measure;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Records the heap use, which is known just before and just after each collection. */
public final class HeapWatch {

    private static final List<MemoryPoolMXBean> HEAP_POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private long since;
    private long used;
    private long kept;
    private long needed;

    /**
     * The heap use.
     *
     * @param usedBytes the maximum including garbage: what is used in this heap, not what is needed
     * @param keptBytes the maximum after a collection, which may have been partial
     * @param neededBytes the maximum after a full collection: at the start, and when {@link #collect} was called
     */
    public record Heap(long usedBytes, long keptBytes, long neededBytes) {}

    /** Starts listening to the collectors of this process, for as long as it runs. */
    public HeapWatch() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((message, token) -> take(message), null, null);
        }
    }

    /** Collects all garbage and starts recording. */
    public synchronized void begin() {
        needed = 0;
        collect();
        since = ManagementFactory.getRuntimeMXBean().getUptime();
        kept = needed;
        used = needed;
    }

    /** Collects all garbage, to measure what remains. */
    public void collect() {
        System.gc();
        // The use right after the collection; meanwhile other threads may have allocated again.
        long left = HEAP_POOLS.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        synchronized (this) {
            needed = Math.max(needed, left);
        }
    }

    /** The heap use since {@link #begin}. */
    public synchronized Heap end() {
        return new Heap(Math.max(used, usedNow()), kept, needed);
    }

    private synchronized void take(Notification message) {
        if (!message.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo collection =
                GarbageCollectionNotificationInfo.from((CompositeData) message.getUserData());
        // The notification of a collection may arrive after a later recording has started.
        if (collection.getGcInfo().getStartTime() >= since) {
            used = Math.max(used, bytes(collection.getGcInfo().getMemoryUsageBeforeGc()));
            kept = Math.max(kept, bytes(collection.getGcInfo().getMemoryUsageAfterGc()));
        }
    }

    private static long usedNow() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long bytes(Map<String, MemoryUsage> pools) {
        return HEAP_POOLS.stream()
                .mapToLong(pool -> pools.get(pool.getName()).getUsed())
                .sum();
    }
}
