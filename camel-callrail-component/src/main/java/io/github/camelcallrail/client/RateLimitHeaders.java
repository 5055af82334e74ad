package io.github.camelcallrail.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The headers of a response about the account's quota. CallRail documents none of them; the counters have been seen in
 * responses of its API, and proxies may send {@code Retry-After}. Missing or invalid values are empty.
 *
 * @param hourAllowed requests that the account may send per hour
 * @param hourUsed requests that count towards it
 * @param dayAllowed requests that the account may send per day
 * @param dayUsed requests that count towards it
 * @param retryAfter how long to wait before the next request
 */
public record RateLimitHeaders(
        OptionalInt hourAllowed,
        OptionalInt hourUsed,
        OptionalInt dayAllowed,
        OptionalInt dayUsed,
        Optional<Duration> retryAfter) {

    private static final int MAX_DIGITS = 9;

    /** @param now this machine's time, used if the server sends none */
    static RateLimitHeaders of(ApiResponse response, Instant now) {
        return new RateLimitHeaders(
                number(response, "x-rate-limit-hourly-allowed"),
                number(response, "x-rate-limit-hourly-used"),
                number(response, "x-rate-limit-daily-allowed"),
                number(response, "x-rate-limit-daily-used"),
                retryAfter(response, now));
    }

    /** Whether the account has no requests left. */
    boolean exhausted() {
        return exhausted(hourAllowed, hourUsed) || exhausted(dayAllowed, dayUsed);
    }

    private static boolean exhausted(OptionalInt allowed, OptionalInt used) {
        // An account without any allowance would not have got this response, so 0 is ignored.
        return allowed.isPresent()
                && used.isPresent()
                && allowed.getAsInt() > 0
                && used.getAsInt() >= allowed.getAsInt();
    }

    private static OptionalInt number(ApiResponse response, String name) {
        return response.header(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1," + MAX_DIGITS + "}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    /**
     * Seconds; or a date, which is compared with the server's clock, because this machine's clock may be wrong by more
     * than the wait.
     */
    private static Optional<Duration> retryAfter(ApiResponse response, Instant now) {
        Optional<String> text = response.header("retry-after").map(String::strip);
        if (text.filter(some -> some.matches("\\d{1," + MAX_DIGITS + "}")).isPresent()) {
            return text.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        }
        Instant server = response.header("date").flatMap(HttpDate::read).orElse(now);
        return text.flatMap(HttpDate::read)
                .map(until -> Duration.between(server, until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
