package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.checkpoint.JdbcStateRepository;
import io.github.camelcallrail.checkpoint.RefreshRequests;
import io.github.camelcallrail.inbox.EventInbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls and events together give one stream of changes: each change comes once, whichever finds it first. */
class OneStreamTest extends EventsTesting {

    private static final int STEPS = 150;

    @TempDir
    Path directory;

    /** The latest note of each call that the route got. */
    private final ConcurrentMap<String, String> sink = new ConcurrentHashMap<>();

    private final ConcurrentMap<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
    private final Map<String, String> edited = new HashMap<>();
    private CallRailConsumer consumer;
    private RefreshRequests requested;
    private EventInbox inbox;
    private int number;

    @BeforeEach
    void openState() {
        DirectoryStateRepository state = new DirectoryStateRepository(directory);
        state.start();
        requested = new RefreshRequests(state, "sink");
        inbox = new EventInbox(state, "events", 10, CLOCK);
    }

    private void startBoth() throws Exception {
        String state = "&stateDirectory=" + directory;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("webhook:callrail:events?webhookPath=/hooks&events=post-call,call-modified&companyId=" + company()
                                + "&accountId=" + account() + "&webhookExternalUrl=" + external() + state)
                        .routeId("events")
                        .to("callrail:calls?operation=refresh&stateKey=sink&accountId=" + account() + state);
                from(uri("calls", "incremental=true&startScheduler=false&lookback=35d&stateKey=sink" + state))
                        .routeId("sink")
                        .process(OneStreamTest.this::sink);
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("sink").getConsumer();
    }

    private void restart() throws Exception {
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        serve();
        startBoth();
    }

    private void sink(Exchange exchange) {
        Map<?, ?> record = exchange.getMessage().getBody(Map.class);
        String id = String.valueOf(record.get("id"));
        String note = String.valueOf(record.get("note"));
        sink.put(id, note);
        arrivals.computeIfAbsent(id + " " + note, key -> new AtomicInteger()).incrementAndGet();
    }

    private String add() {
        String note = "note " + ++number;
        String id = sandbox.data()
                .add(
                        "calls",
                        Map.of(
                                "company_id",
                                company(),
                                "direction",
                                "inbound",
                                "duration",
                                9,
                                "note",
                                note,
                                "start_time",
                                CLOCK.instant().minusSeconds(90)));
        edited.put(id, note);
        return id;
    }

    private void edit(String id) {
        String note = "note " + ++number;
        sandbox.data().edit("calls", id, Map.of("note", note));
        edited.put(id, note);
    }

    /** Waits until every event that came was dealt with. */
    private void settle() {
        assertThat(sandbox.webhooks().awaitIdle(ENOUGH)).isTrue();
        await().atMost(ENOUGH)
                .until(() -> inbox.pending("", 1).isEmpty() && requested.all().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSinkHasWhatCallRailHasThoughEventsAreLostDoubledAndShuffled(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            add();
        }
        startBoth();
        consumer.poll();
        sandbox.webhooks().faults().lose(0.2);
        sandbox.webhooks().faults().twice(0.2);
        sandbox.webhooks().faults().shuffle(4);

        for (int step = 0; step < STEPS; step++) {
            List<String> ids = sandbox.data().ids("calls");
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> add();
                case 3 -> CLOCK.advance(Duration.ofMinutes(random.nextInt(10)));
                case 4 -> consumer.poll();
                case 5 -> {
                    if (random.nextInt(6) == 0) {
                        restart();
                    }
                }
                default -> edit(ids.get(random.nextInt(ids.size())));
            }
        }
        settle();
        CLOCK.advance(Duration.ofMinutes(15));
        long stale = edited.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(sink.get(entry.getKey())))
                .count();
        long before = consumer.getChangesByPoll();
        consumer.poll();

        assertThat(sandbox.webhooks().faults().lost()).isPositive();
        assertThat(sink).isEqualTo(edited);
        assertThat(consumer.getChangesByPoll() - before)
                .as("what only polling found")
                .isEqualTo(stale);
        assertThat(arrivals.entrySet().stream()
                        .filter(entry -> entry.getValue().get() > 1)
                        .collect(Collectors.toList()))
                .as("what came more than once")
                .isEmpty();
        consumer.poll();
        assertThat(consumer.getChangesByPoll() - before).isEqualTo(stale);
    }

    @Test
    void whatNoEventAnnouncedIsCounted() throws Exception {
        String id = add();
        startBoth();
        consumer.poll();
        edit(id);
        settle();
        sandbox.webhooks().faults().lose(1);
        edit(id);
        settle();

        consumer.poll();

        assertThat(consumer.getChangesByRefresh()).isEqualTo(1);
        assertThat(consumer.getChangesByPoll()).isEqualTo(2);
        assertThat(sink).isEqualTo(edited);
    }

    @Test
    void oneNodeReceivesAndAnotherPolls() throws Exception {
        String id = add();
        String database = Postgres.url();
        context.getRegistry().bind("state", new JdbcStateRepository(Postgres.poolAt(database)));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "incremental=true&startScheduler=false&stateKey=sink&stateRepository=#state"))
                        .routeId("sink")
                        .process(OneStreamTest.this::sink);
            }
        });
        context.start();
        consumer = (CallRailConsumer) context.getRoute("sink").getConsumer();
        consumer.poll();
        int receiver = otherPort();
        try (EventsProcess other = new EventsProcess(
                this,
                receiver,
                database,
                "webhook:callrail:events?webhookPath=/hooks&events=call-modified&stateRepository=#state&companyId="
                        + company() + "&accountId=" + account() + "&webhookExternalUrl=http://127.0.0.1:" + receiver,
                "callrail:calls?operation=refresh&stateKey=sink&stateRepository=#state&accountId=" + account())) {
            edit(id);

            await().atMost(ENOUGH).until(() -> sink.equals(edited));
            assertThat(other.processed).containsExactly(id);
            assertThat(consumer.getChangesByRefresh()).isEqualTo(1);
        }
    }
}
