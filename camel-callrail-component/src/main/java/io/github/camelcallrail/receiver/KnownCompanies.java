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

    private final Supplier<List<Source>> lookup;
    private final Clock clock;
    private List<Source> known;
    private Instant due;

    /** @param lookup looks them up, which may take requests */
    public KnownCompanies(Supplier<List<Source>> lookup, Clock clock) {
        this.lookup = requireNonNull(lookup, "lookup is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** @throws CallRailFailure if they cannot be looked up and none are known */
    @Override
    public synchronized List<Source> get() {
        if (known == null || !clock.instant().isBefore(due)) {
            lookUp();
        }
        return known;
    }

    private void lookUp() {
        try {
            known = List.copyOf(lookup.get());
        } catch (CallRailFailure failure) {
            if (known == null) {
                throw failure;
            }
            LOG.warn("The companies whose events are received stay as they were: {}", failure.getMessage());
        }
        due = clock.instant().plus(CURRENT);
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
