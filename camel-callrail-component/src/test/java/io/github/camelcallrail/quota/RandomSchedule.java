package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Askers with limits of their own who ask at random times, of a clock that is put back at times. */
final class RandomSchedule {

    private static final int ASKED = 150;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int seed;
    private final Random random;
    private final List<Limits> askers;
    private final ExactLog exact = new ExactLog();
    private Instant told = Instant.parse("2026-03-01T00:00:00Z");
    /** What was told last is this late, as far as a clock that is put back a little does not matter. */
    private Instant latest = Instant.EPOCH;

    private int granted;
    private int refused;

    RandomSchedule(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.askers = List.of(limits(), limits(), limits());
    }

    /** Asks those, and holds each answer against the exact times. */
    void ask(Supplier<RequestBudget> budgets) {
        told = told.plusMillis(random.nextInt(86_400_000));
        for (int i = 0; i < ASKED; i++) {
            turnClock();
            Limits limits = askers.get(random.nextInt(askers.size()));
            Optional<Instant> next = budgets.get().take("ACC1", limits, told);
            if (next.isEmpty()) {
                grantedTo(limits);
            } else {
                refusedTo(limits, next.get());
                if (random.nextInt(3) == 0) {
                    latest = next.get();
                    told = latest;
                    exact.forget(told);
                    assertThat(budgets.get().take("ACC1", limits, told))
                            .as("seed %s, asked again when it said", seed)
                            .isEmpty();
                    grantedTo(limits);
                }
            }
        }
        assertThat(granted).as("seed %s", seed).isPositive();
    }

    int refused() {
        return refused;
    }

    private void grantedTo(Limits limits) {
        granted++;
        exact.add(latest);
        assertThat(exact.within(limits, latest))
                .as("seed %s: granted to %s at %s", seed, limits, latest)
                .isTrue();
    }

    private void refusedTo(Limits limits, Instant next) {
        refused++;
        assertThat(next)
                .as("seed %s: refused to %s at %s", seed, limits, latest)
                .isAfter(told)
                .isAfter(latest)
                .isBetween(exact.free(limits), exact.free(limits).plus(MINUTE));
    }

    private void turnClock() {
        told = told.plus(step());
        if (minute(told).isBefore(minute(latest).minus(Duration.ofHours(1)))) {
            exact.putBack(told);
            latest = told;
        } else if (told.isAfter(latest)) {
            latest = told;
            exact.forget(told);
        }
    }

    private Duration step() {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofMinutes(-random.nextInt(30));
            case 1 -> random.nextInt(10) == 0 ? Duration.ofMinutes(-200 - random.nextInt(3000)) : Duration.ZERO;
            case 2, 3 -> Duration.ofMinutes(random.nextInt(70));
            case 4 -> Duration.ofHours(random.nextInt(8));
            case 5, 6, 7, 8 -> Duration.ZERO;
            case 9, 10, 11 -> Duration.ofMillis(random.nextInt(1000));
            default -> Duration.ofMillis(random.nextInt(200_000));
        };
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    private Limits limits() {
        return new Limits(1 + random.nextInt(12), 1 + random.nextInt(40));
    }
}
