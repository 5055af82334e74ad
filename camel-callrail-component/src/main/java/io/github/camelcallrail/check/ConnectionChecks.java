package io.github.camelcallrail.check;

import io.github.camelcallrail.client.RateLimitHeaders;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.quota.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells what responses say about the quota and the time. Neither sends a request.
 *
 * @param limits the limits of this endpoint
 */
record ConnectionChecks(ProbeClient client, ServerClock serverClock, Limits limits) {

    /** CallRail's limits, if it tells them, are at least those of the options. */
    Finding rateHeaders() {
        Optional<RateLimitHeaders> headers = client.headers();
        if (headers.isEmpty()) {
            return Finding.unknown("No response arrived.");
        }
        OptionalInt hour = headers.get().hourAllowed();
        OptionalInt day = headers.get().dayAllowed();
        if (hour.isEmpty() && day.isEmpty()) {
            return Finding.ok("Responses have no rate limit headers, so this component counts requests itself.");
        }
        String allowed = "CallRail allows %s requests an hour and %s a day.".formatted(text(hour), text(day));
        return hour.orElse(Integer.MAX_VALUE) < limits.perHour() || day.orElse(Integer.MAX_VALUE) < limits.perDay()
                ? Finding.differs(
                        allowed,
                        "Options 'requestsPerHour' (%s) and 'requestsPerDay' (%s) allow more: lower them."
                                .formatted(limits.perHour(), limits.perDay()))
                : Finding.ok(allowed);
    }

    /** This machine's clock agrees with CallRail's to a minute. */
    Finding clock() {
        Optional<Duration> difference = serverClock.difference();
        if (difference.isEmpty()) {
            return Finding.unknown("No response with a credible date arrived.", "Check this machine's clock.");
        }
        long seconds = difference.get().toSeconds();
        return difference.get().abs().compareTo(ServerClock.WARNING_THRESHOLD) > 0
                ? Finding.differs(
                        "This machine's clock is %s s %s CallRail's."
                                .formatted(Math.abs(seconds), seconds < 0 ? "behind" : "ahead of"),
                        "Correct this machine's clock, for example with NTP.")
                : Finding.ok("This machine's clock agrees with CallRail's.");
    }

    private static String text(OptionalInt limit) {
        return limit.isPresent() ? String.valueOf(limit.getAsInt()) : "an unknown number of";
    }
}
