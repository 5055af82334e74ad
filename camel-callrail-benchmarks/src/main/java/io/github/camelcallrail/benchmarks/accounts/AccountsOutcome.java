package io.github.camelcallrail.benchmarks.accounts;

import io.github.camelcallrail.benchmarks.report.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a run has measured.
 *
 * @param accounts the number of accounts
 * @param interval the time between two polls of an account
 * @param calls the calls of all accounts before the run
 * @param samples in order of time
 * @param requests the times of the requests for calls, in order, by account
 */
record AccountsOutcome(
        int accounts,
        Duration interval,
        long calls,
        List<AccountsSample> samples,
        Map<String, List<Instant>> requests) {

    private static final long POLLS_PER_DAY = Duration.ofDays(1).dividedBy(Duration.ofMinutes(15));
    private static final double MEGABYTE = 1 << 20;

    /** The sample at which every call had arrived; fails if that never happened. */
    private AccountsSample readAll() {
        return samples.stream()
                .filter(sample -> sample.records() >= calls)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s of %s calls arrived"
                        .formatted(samples.get(samples.size() - 1).records(), calls)));
    }

    /** The longest time between two polls of an account. */
    Duration longestGap() {
        return requests.values().stream()
                .flatMap(times -> IntStream.range(1, times.size())
                        .mapToObj(index -> Duration.between(times.get(index - 1), times.get(index))))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Table table() {
        AccountsSample first = readAll();
        AccountsSample last = samples.get(samples.size() - 1);
        double polls = (double) accounts * (last.millis() - first.millis()) / interval.toMillis();
        double perPoll = (last.processorNanos() - first.processorNanos()) / polls;
        double core = perPoll * accounts / Duration.ofMinutes(15).toNanos();
        Table table = new Table(
                "%s accounts on one node, 50 calls a day each, polled every %s s; heap of 256 MB"
                        .formatted(accounts, interval.toSeconds()),
                List.of("What", "measured"));
        add(table, "Every account read for the first time, s", first.millis() / 1000.0);
        add(
                table,
                "Longest time between two polls of an account, s",
                longestGap().toMillis() / 1000.0);
        add(table, "Heap after a collection, when all were read, MB", first.heapBytes() / MEGABYTE);
        add(table, "Heap after a collection, at the end, MB", last.heapBytes() / MEGABYTE);
        add(table, "Threads of the process", threads());
        add(table, "Processor time of a poll with nothing new, ms", perPoll / 1e6);
        add(table, "Share of a core, if polled every 15 minutes, %", 100 * core);
        add(table, "Requests of an account a day, if polled every 15 minutes", POLLS_PER_DAY);
        return table;
    }

    private int threads() {
        return samples.stream().mapToInt(AccountsSample::threads).max().orElse(0);
    }

    private static void add(Table table, String what, double number) {
        table.add(List.of(what, String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number)));
    }
}
