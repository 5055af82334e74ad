package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Contender;
import io.github.camelcallrail.benchmarks.contender.RouteWork;
import io.github.camelcallrail.benchmarks.contender.Sink;
import io.github.camelcallrail.benchmarks.measure.HeapWatch;
import java.time.Duration;
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

    public static void main(String... arguments) throws Exception {
        RunArguments run = RunArguments.of(arguments);
        HeapWatch heap = new HeapWatch();
        Sink sink = new Sink(new RouteWork(Duration.ZERO));
        try (Contender contender = run.open(sink)) {
            heap.begin();
            Thread collecting = new Thread(() -> collectAgainAndAgain(heap), "collecting");
            collecting.setDaemon(true);
            collecting.start();
            contender.read();
            HeapWatch.Heap held = heap.end();
            sink.require(run.source().grid().size(), run.entry().name());
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
