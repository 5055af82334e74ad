package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The companies whose events are received, each with its account. They are looked up again after an hour; while that
 * fails, those known before are used. Thread-safe.
 */
public final class KnownCompanies implements Supplier<List<Source>> {

    private static final Logger LOG = LoggerFactory.getLogger(KnownCompanies.class);
    private static final Duration CURRENT = Duration.ofHours(1);
    /** So that requests of anybody do not become requests to CallRail. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final Supplier<List<Source>> lookup;
    private final Clock clock;
    private List<Source> known;
    private CallRailFailure failure;
    private Instant due;

    /** @param lookup looks them up, which may take requests */
    public KnownCompanies(Supplier<List<Source>> lookup, Clock clock) {
        this.lookup = requireNonNull(lookup, "lookup is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** @throws CallRailFailure if they cannot be looked up, or could not a few seconds ago, and none are known */
    @Override
    public synchronized List<Source> get() {
        Instant now = clock.instant();
        if (due == null || !now.isBefore(due)) {
            lookUp(now);
        }
        if (known == null) {
            // A new one each time, because threads may add to it.
            throw failure.explained(failure.kind(), failure.getMessage());
        }
        return known;
    }

    private void lookUp(Instant now) {
        try {
            known = List.copyOf(lookup.get());
        } catch (CallRailFailure e) {
            failure = e;
            if (known != null) {
                LOG.warn("The companies whose events are received stay as they were: {}", e.getMessage());
            }
        }
        due = now.plus(known == null ? PAUSE_AFTER_FAILURE : CURRENT);
    }

    /** The ids of the companies. */
    public List<String> ids() {
        return get().stream().map(CompanyWebhooks::company).toList();
    }

    /** The account of a company; empty if it is not one of these. */
    public Optional<String> account(String company) {
        return get().stream()
                .filter(source -> CompanyWebhooks.company(source).equals(company))
                .map(Source::accountId)
                .findFirst();
    }
}
