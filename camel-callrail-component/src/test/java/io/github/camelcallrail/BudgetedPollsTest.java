package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Quota;
import io.github.camelcallrail.sandbox.RecordedRequest;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A backfill of 200 pages, polled once a minute, under quotas that others use too or that are smaller than is known.
 */
class BudgetedPollsTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final int PAGES = 200;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordingStateRepository state = new RecordingStateRepository();
    private final List<String> sent = new ArrayList<>();
    private SettableClock clock;
    private CallRailSandbox sandbox;
    private CallRailContext context;

    static Stream<Arguments> quotasAndOffsets() {
        return Stream.of(Quota.Kind.values()).flatMap(kind -> Stream.of(0, 420, 1_037, 1_770, 2_520, 3_301, 3_599)
                .map(seconds -> Arguments.of(kind, Duration.ofSeconds(seconds))));
    }

    @ParameterizedTest
    @MethodSource("quotasAndOffsets")
    void isNeverRefusedAndTakesAtMostAnHourMoreThanTheLeast(Quota.Kind kind, Duration offset) throws Exception {
        List<String> ids = start(new Quota(60, 10_000, kind), NOON.plus(offset));

        consume("requestsPerHour=60");
        for (int minute = 0; sent.size() < ids.size() / 2; minute++) {
            poll(minute);
        }
        context.close();
        consume("requestsPerHour=60");
        for (int minute = 0; sent.size() < ids.size(); minute++) {
            poll(minute);
        }
        poll(0);
        context.close();

        assertThat(sent).containsExactlyElementsOf(ids);
        assertThat(statuses()).containsOnly(200);
        assertThat(elapsed()).isLessThanOrEqualTo(least(60).plus(HOUR));
        sandbox.close();
    }

    @Test
    void aQuotaThatIsSmallerThanIsKnownIsBorne() throws Exception {
        List<String> ids = start(Quota.of(40, 10_000), NOON);

        consume("requestsPerHour=60");
        for (int minute = 0; sent.size() < ids.size(); minute++) {
            poll(minute);
        }
        context.close();

        assertThat(sent).containsExactlyElementsOf(ids);
        assertThat(statuses()).contains(429);
        assertThat(elapsed()).isLessThanOrEqualTo(least(40).plus(HOUR.multipliedBy(3)));
        sandbox.close();
    }

    @Test
    void othersThatUseTheAccountAreBorne() throws Exception {
        List<String> ids = start(Quota.of(60, 10_000), NOON);

        consume("requestsPerHour=60");
        for (int minute = 0; sent.size() < ids.size(); minute++) {
            if (minute % 60 == 0) {
                sandbox.useQuota(sandbox.accountId(), 20);
            }
            poll(minute);
        }
        context.close();

        assertThat(sent).containsExactlyElementsOf(ids);
        assertThat(elapsed()).isLessThanOrEqualTo(least(40).plus(HOUR.multipliedBy(3)));
        sandbox.close();
    }

    private List<String> start(Quota quota, Instant start) {
        clock = new SettableClock(start);
        sandbox = CallRailSandbox.builder().clock(clock).empty().quota(quota).start();
        sandbox.data().generate("calls", PAGES * 10, NOON.minus(Duration.ofDays(6)), NOON.minus(MINUTE));
        return sandbox.data().ids("calls");
    }

    private void consume(String options) throws Exception {
        context = new CallRailContext(sandbox, clock);
        context.getRegistry().bind("state", state);
        String uri = "callrail:calls?accountId=" + sandbox.accountId() + "&timeZone=UTC&pageSize=10&incremental=true"
                + "&lookback=1m&stateRepository=#state&startScheduler=false&" + options;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId("calls")
                        .process(exchange ->
                                sent.add(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID, String.class)));
            }
        });
        context.start();
    }

    private void poll(int minute) throws Exception {
        assertThat(minute).as("minutes of polling in vain").isLessThan(24 * 60);
        ((CallRailConsumer) context.getRoute("calls").getConsumer()).poll();
        clock.advance(MINUTE);
    }

    private List<Integer> statuses() {
        return sandbox.journal().requests().stream()
                .map(RecordedRequest::status)
                .toList();
    }

    private Duration elapsed() {
        List<RecordedRequest> requests = sandbox.journal().requests();
        return Duration.between(
                requests.get(0).at(), requests.get(requests.size() - 1).at());
    }

    /** The time that so many requests take at least, when no hour has more than that. */
    private Duration least(int perHour) {
        long good = statuses().stream().filter(status -> status == 200).count();
        return HOUR.multipliedBy((good - 1) / perHour);
    }
}
