package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.FieldSelection;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.TimeOrder;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.WindowBound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A list that selects, sorts, pages and counts as CallRail does. It remembers what it was asked, and a test changes it
 * between two requests. Records of the same time come in the order in which they are stored.
 */
final class MovingList implements PageFetcher {

    /** One record; the name is its id. */
    record Item(String name, Instant time) {}

    /** The first moment of the records of {@link #calls}: 11:00 in New York. */
    static final Instant ELEVEN = Instant.parse("2026-03-10T15:00:00Z");

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final DateTimeFormatter CALLRAIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final Report report;
    private final Optional<DateWindow> window;
    private final List<Item> records = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<Integer, UnaryOperator<Page>> faults = new HashMap<>();
    private final Map<Integer, Supplier<RuntimeException>> failures = new HashMap<>();
    private final Set<Assumption> deviations = EnumSet.noneOf(Assumption.class);
    private boolean counted = true;
    private int mostOnAPage = Integer.MAX_VALUE;
    private IntConsumer afterEach = request -> {};
    private Predicate<String> untimed = name -> false;
    private int servedByNumber = Integer.MAX_VALUE;
    private Optional<Optional<Comparator<Item>>> given = Optional.empty();
    private Optional<Supplier<RuntimeException>> beyond = Optional.empty();
    private int countedMore;
    private boolean wholeDays;
    private boolean excludesLastDay;

    private MovingList(String report, Optional<DateWindow> window) {
        this.report = ReportCatalogue.of(report);
        this.window = window;
    }

    /** That many calls r1, r2, r3… a minute after each other, from 11:01 on. */
    static MovingList calls(int count) {
        MovingList list = calls(
                WindowBound.of(LocalDate.parse("2026-03-08")),
                WindowBound.of(LocalDateTime.parse("2026-03-15T12:30")),
                NEW_YORK);
        IntStream.rangeClosed(1, count).forEach(minute -> list.add("r" + minute, ELEVEN.plusSeconds(60L * minute)));
        return list;
    }

    /** That many conversations r1, r2, r3… a minute after each other, from 11:01 on; the last one comes first. */
    static MovingList conversations(int count) {
        MovingList list = new MovingList(
                "conversations",
                Optional.of(new DateWindow(
                        WindowBound.of(LocalDate.parse("2026-03-08")),
                        WindowBound.of(LocalDateTime.parse("2026-03-15T12:30")),
                        NEW_YORK)));
        IntStream.rangeClosed(1, count).forEach(minute -> list.add("r" + minute, ELEVEN.plusSeconds(60L * minute)));
        return list;
    }

    static MovingList calls(WindowBound start, WindowBound end, ZoneId zone) {
        return new MovingList("calls", Optional.of(new DateWindow(start, end, zone)));
    }

    /** That many users r1, r2, r3…, of a list that has no order of its own. */
    static MovingList users(int count) {
        MovingList list = new MovingList("users", Optional.empty());
        IntStream.rangeClosed(1, count).forEach(number -> list.add("r" + number, Instant.EPOCH));
        return list;
    }

    /** That many messages r1, r2, r3… of one conversation, a minute after each other; the last one comes first. */
    static MovingList messages(int count) {
        MovingList list = new MovingList("messages", Optional.empty());
        list.order(Comparator.comparing(Item::time).reversed());
        IntStream.rangeClosed(1, count).forEach(minute -> list.add("r" + minute, ELEVEN.plusSeconds(60L * minute)));
        return list;
    }

    void add(String name, Instant time) {
        records.add(new Item(name, time));
    }

    void remove(String name) {
        records.removeIf(record -> record.name().equals(name));
    }

    /** The records as they are stored, to be changed at will. */
    List<Item> records() {
        return records;
    }

    List<String> names() {
        return records.stream().map(Item::name).toList();
    }

    void withoutTotals() {
        counted = false;
    }

    /** Holds fewer records on a page than are asked for. */
    void cap(int rowsOfAPage) {
        mostOnAPage = rowsOfAPage;
    }

    /** Gives records of these names a text for a time; they stand where they stood. */
    void untimed(Predicate<String> names) {
        untimed = names;
    }

    /** Lists the records in this order, whatever was requested; null for the order in which they are stored. */
    void order(Comparator<Item> other) {
        given = Optional.of(Optional.ofNullable(other));
    }

    /** Counts so many more records than there are. */
    void miscount(int more) {
        countedMore = more;
    }

    /** What comes in place of an empty page: an exception, or the last page again if it gives null. */
    void beyond(Supplier<RuntimeException> failure) {
        beyond = Optional.of(failure);
    }

    /** Does not include the last day of a window. */
    void endsBeforeItsLastDay() {
        excludesLastDay = true;
    }

    /** Takes dates for whole days. */
    void wholeDays() {
        wholeDays = true;
    }

    /** Refuses pages that end behind so many records. */
    void servePages(int records) {
        servedByNumber = records;
    }

    void after(int request, Runnable change) {
        afterEach = afterEach.andThen(number -> {
            if (number == request) {
                change.run();
            }
        });
    }

    void afterEach(IntConsumer change) {
        afterEach = afterEach.andThen(change);
    }

    void fault(int request, UnaryOperator<Page> fault) {
        faults.put(request, fault);
    }

    /** Lets the nth request fail. */
    void failAt(int request, Supplier<RuntimeException> failure) {
        failures.put(request, failure);
    }

    /** Each as the start (of conversations the end) that was sent, where there is one, and the number of the page. */
    List<String> requests() {
        return requests;
    }

    ReportQuery query(int pageSize) {
        return query(pageSize, report.order());
    }

    ReportQuery query(int pageSize, OptionalLong maxRecords) {
        return query(pageSize, report.order(), maxRecords);
    }

    ReportQuery query(int pageSize, Optional<SortOrder> order) {
        return query(pageSize, order, OptionalLong.empty());
    }

    private ReportQuery query(int pageSize, Optional<SortOrder> order, OptionalLong maxRecords) {
        return new ReportQuery(
                report, "ACC1", window, List.of(), FieldSelection.of(report, null), order, pageSize, false, maxRecords);
    }

    /** Reads it to its end, as the component does. */
    WalkedPages read(int pageSize) {
        return WalkedPages.of(WalkFactory.SEQUENTIAL.walk(query(pageSize), this, this::note));
    }

    /** Reads it to its end with several pages asked for at once. */
    WalkedPages read(int pageSize, int parallel) {
        return WalkedPages.of(
                new WalkFactory(new FetchPolicy(0, parallel, Runnable::run)).walk(query(pageSize), this, this::note));
    }

    @Override
    public Page page(ReportQuery query, int number) {
        requests.add(query.window()
                        .map(report.is(Mark.NEWEST_FIRST) ? DateWindow::endText : DateWindow::startText)
                        .map(start -> start + " ")
                        .orElse("")
                + number);
        if (failures.containsKey(requests.size())) {
            throw failures.get(requests.size()).get();
        }
        if (number > 1 && (long) number * query.pageSize() > servedByNumber) {
            throw CallRailFailure.of(FailureKind.REFUSED, "no such page");
        }
        List<Item> selected = selected(query);
        int length = Math.min(query.pageSize(), mostOnAPage);
        int served = number;
        if (beyond.isPresent() && number > 1 && (number - 1) * length >= selected.size()) {
            RuntimeException failure = beyond.get().get();
            if (failure != null) {
                throw failure;
            }
            served = Math.max(1, (selected.size() + length - 1) / length);
        }
        int total = selected.size() + countedMore;
        List<CallRailRecord> records = selected.stream()
                .skip((long) (served - 1) * length)
                .limit(length)
                .map(this::record)
                .toList();
        Page page = new Page(
                records,
                counted ? OptionalLong.of(total) : OptionalLong.empty(),
                counted ? OptionalInt.of((total + length - 1) / length) : OptionalInt.empty(),
                Optional.empty(),
                Map.of());
        Page answer =
                faults.getOrDefault(requests.size(), UnaryOperator.identity()).apply(page);
        afterEach.accept(requests.size());
        return answer;
    }

    private void note(Assumption assumption, String detail) {
        deviations.add(assumption);
    }

    /** What walks found to differ. */
    Set<Assumption> deviations() {
        return deviations;
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        throw new AssertionError("there are no links here");
    }

    private List<Item> selected(ReportQuery query) {
        Predicate<Item> selects = query.window()
                .map(part -> wholeDays ? days(part) : part)
                .map(part ->
                        excludesLastDay ? within(part).and(within(lastDay(part)).negate()) : within(part))
                .orElse(record -> true);
        return records.stream()
                .filter(selects)
                .sorted(given.orElseGet(() -> order(query)).orElse((one, other) -> 0))
                .toList();
    }

    // As DateWindow.contains, but thousands of records are looked at in many requests.
    private static Predicate<Item> within(DateWindow part) {
        Instant first = part.startInstant();
        Instant last = part.endInstant();
        return record -> !record.time().isBefore(first) && !record.time().isAfter(last);
    }

    private static DateWindow lastDay(DateWindow part) {
        WindowBound last = WindowBound.of(part.end().day());
        return new DateWindow(last, last, part.zone());
    }

    private static DateWindow days(DateWindow part) {
        return new DateWindow(
                WindowBound.of(part.start().day()), WindowBound.of(part.end().day()), part.zone());
    }

    private static Optional<Comparator<Item>> order(ReportQuery query) {
        Comparator<Item> oldestFirst = Comparator.comparing(Item::time);
        return query.timeOrder().map(order -> order == TimeOrder.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed());
    }

    private CallRailRecord record(Item record) {
        return window.map(dates -> CallRailRecord.of(Map.of(
                        "id",
                        record.name(),
                        report.timeField().orElseThrow(),
                        untimed.test(record.name())
                                ? "soon"
                                : CALLRAIL.format(record.time().atZone(dates.zone())))))
                .orElseGet(() -> CallRailRecord.of(Map.of("id", record.name())));
    }
}
