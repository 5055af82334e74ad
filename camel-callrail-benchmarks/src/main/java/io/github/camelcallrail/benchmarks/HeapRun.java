package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Contender;
import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.RouteWork;
import io.github.camelcallrail.benchmarks.contender.Sink;
import io.github.camelcallrail.benchmarks.contender.Source;
import io.github.camelcallrail.benchmarks.measure.HeapWatch;
import io.github.camelcallrail.benchmarks.server.CallGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The main class of the JVM with the small heap: lets one contender read once, and reports how full the heap was. */
final class HeapRun {

    private HeapRun() {}

    /**
     * The report of a run.
     *
     * @param usedBytes the maximum heap use, including garbage
     * @param neededBytes the maximum heap use without garbage, measured once a second
     */
    record Report(long records, long usedBytes, long neededBytes) {

        static Report of(String text) {
            String[] numbers = text.strip().split(" ");
            return new Report(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        }

        String text() {
            return records + " " + usedBytes + " " + neededBytes;
        }
    }

    static List<String> arguments(ContenderEntry entry, Source source) {
        CallGrid grid = source.grid();
        return List.of(
                entry.name(),
                entry.common(),
                source.baseUrl(),
                grid.start().toString(),
                Integer.toString(grid.perMinute()),
                Integer.toString(grid.size()),
                Integer.toString(source.pageSize()));
    }

    public static void main(String[] arguments) throws Exception {
        ContenderEntry entry = ContenderEntry.of(arguments[0], arguments[1]);
        CallGrid grid = new CallGrid(
                Instant.parse(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        Source source = new Source(arguments[2], grid, Integer.parseInt(arguments[6]));
        HeapWatch heap = new HeapWatch();
        Sink sink = new Sink(new RouteWork(Duration.ZERO));
        try (Contender contender = entry.open(source, sink)) {
            heap.begin();
            Thread collecting = new Thread(() -> collectAgainAndAgain(heap), "collecting");
            collecting.setDaemon(true);
            collecting.start();
            contender.read();
            HeapWatch.Heap held = heap.end();
            sink.require(grid.size(), entry.name());
            System.out.println(new Report(sink.count(), held.usedBytes(), held.neededBytes()).text());
        }
    }

    /** Only a full collection shows how much of the heap is garbage, and collectors avoid full collections. */
    private static void collectAgainAndAgain(HeapWatch heap) {
        try {
            while (true) {
                heap.collect();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
