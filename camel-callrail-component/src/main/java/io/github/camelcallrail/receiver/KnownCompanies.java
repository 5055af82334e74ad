package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.time.Pause;
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
 * lasts or fails, those known before are used. Thread-safe.
 */
public final class KnownCompanies implements Supplier<List<Source>> {

    private static final Logger LOG = LoggerFactory.getLogger(KnownCompanies.class);
    private static final Duration CURRENT = Duration.ofHours(1);

    /** Anyone can send requests that need the companies, so a lookup that failed is not repeated for each of them. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final Supplier<List<Source>> lookup;
    private final Clock clock;
    private volatile List<Source> known;
    private Instant lookedUp;
    private CallRailFailure failure;

    /** @param lookup looks them up, which may take requests */
    public KnownCompanies(Supplier<List<Source>> lookup, Clock clock) {
        this.lookup = requireNonNull(lookup, "lookup is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * The companies, looked up if that is due.
     *
     * @throws CallRailFailure if they cannot be looked up and none are known
     */
    @Override
    public synchronized List<Source> get() {
        if (Pause.isOver(lookedUp, known == null ? PAUSE_AFTER_FAILURE : CURRENT, clock.instant())) {
            lookUp();
        }
        if (known == null) {
            // A new one each time, because threads may add to it.
            throw failure.explained(failure.kind(), failure.getMessage());
        }
        return known;
    }

    private void lookUp() {
        try {
            known = List.copyOf(lookup.get());
        } catch (CallRailFailure e) {
            failure = e;
            if (known != null) {
                LOG.warn("The companies whose events are received stay as they were: {}", e.getMessage());
            }
        }
        lookedUp = clock.instant();
    }

    /** Those that are known, even if another lookup is due: events do not wait for it. */
    private List<Source> known() {
        List<Source> last = known;
        return last == null ? get() : last;
    }

    /** The ids of the companies; looked up only if none are known. */
    public List<String> ids() {
        return known().stream().map(CompanyWebhooks::company).toList();
    }

    /** The account of a company; empty if it is not one of these. Looked up only if none are known. */
    public Optional<String> account(String company) {
        return known().stream()
                .filter(source -> CompanyWebhooks.company(source).equals(company))
                .map(Source::accountId)
                .findFirst();
    }
}
