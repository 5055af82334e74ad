package io.github.camelcallrail.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the headers of an answer say about the account's quota. CallRail documents none of them; the counters have been seen on
 * answers of its API, and proxies are free to send {@code Retry-After}. What is missing or cannot be read is empty.
 */
record RateLimitHeaders(
        OptionalInt hourAllowed,
        OptionalInt hourUsed,
        OptionalInt dayAllowed,
        OptionalInt dayUsed,
        Optional<Duration> retryAfter) {

    private static final int MOST_DIGITS = 9;

    /** @param now the time here, for want of the server's */
    static RateLimitHeaders of(ApiResponse response, Instant now) {
        return new RateLimitHeaders(
                number(response, "x-rate-limit-hourly-allowed"),
                number(response, "x-rate-limit-hourly-used"),
                number(response, "x-rate-limit-daily-allowed"),
                number(response, "x-rate-limit-daily-used"),
                retryAfter(response, now));
    }

    /** Whether the account has nothing left. */
    boolean exhausted() {
        return exhausted(hourAllowed, hourUsed) || exhausted(dayAllowed, dayUsed);
    }

    private static boolean exhausted(OptionalInt allowed, OptionalInt used) {
        // An account that is allowed nothing would not have been answered, so 0 says nothing.
        return allowed.isPresent()
                && used.isPresent()
                && allowed.getAsInt() > 0
                && used.getAsInt() >= allowed.getAsInt();
    }

    private static OptionalInt number(ApiResponse response, String name) {
        return response.header(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1," + MOST_DIGITS + "}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    /** Seconds; or a date, which is held against the server's own clock, because ours may be wrong by more than the wait. */
    private static Optional<Duration> retryAfter(ApiResponse response, Instant now) {
        Optional<String> text = response.header("retry-after").map(String::strip);
        if (text.filter(some -> some.matches("\\d{1," + MOST_DIGITS + "}")).isPresent()) {
            return text.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        }
        Instant server = response.header("date").flatMap(HttpDate::read).orElse(now);
        return text.flatMap(HttpDate::read)
                .map(until -> Duration.between(server, until))
                .map(span -> span.isNegative() ? Duration.ZERO : span);
    }
}
