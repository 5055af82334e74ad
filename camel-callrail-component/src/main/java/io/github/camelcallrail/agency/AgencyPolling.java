package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.state.ConsumerState;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What an {@link AgencyConsumer} polls. Thread-safe.
 *
 * @param plan a plan with several sources
 * @param state where the consumers keep their states; empty if they are not incremental
 * @param readers gives a reader; told whether its answers are still needed
 * @param factory makes the consumer of one source
 * @param exceptions turns a failure into the exception for users
 */
public record AgencyPolling(
        ReportPlan plan,
        Optional<ConsumerState> state,
        Function<BooleanSupplier, ReportReader> readers,
        ConsumerFactory factory,
        UnaryOperator<RuntimeException> exceptions) {

    /** Makes the consumer of one source, configured but not started. */
    @FunctionalInterface
    public interface ConsumerFactory {

        /** @param state empty if the consumer is not incremental */
        MonitoredConsumer create(ReportPlan plan, Optional<ConsumerState> state, PolledSource polled) throws Exception;
    }

    public AgencyPolling {
        requireNonNull(plan, "plan is null");
        requireNonNull(state, "state is null");
        requireNonNull(readers, "readers is null");
        requireNonNull(factory, "factory is null");
        requireNonNull(exceptions, "exceptions is null");
    }

    /**
     * Claims the state for the consumers of this route.
     *
     * @param routeId null if not known
     * @param chosen whether the id was set explicitly
     */
    void start(String routeId, boolean chosen) {
        orThrow(() -> {
            state.ifPresent(kept -> {
                kept.claim(routeId, chosen);
                kept.refuseRefresh();
            });
            return null;
        });
    }

    void stop() {
        state.ifPresent(ConsumerState::release);
    }

    /**
     * The accounts to poll; may request them from CallRail, at most once a day.
     *
     * @param wanted whether the answer is still needed
     */
    List<String> accounts(BooleanSupplier wanted) {
        return orThrow(() -> readers.apply(wanted).accounts(plan));
    }

    /**
     * The sources to poll in an account; may request its companies from CallRail, at most once a day.
     *
     * @param only whether it is the only account
     * @param wanted whether the answer is still needed
     */
    List<Source> sources(String account, boolean only, BooleanSupplier wanted) {
        return orThrow(() -> readers.apply(wanted).sources(plan, account, only));
    }

    /** A consumer of one source, configured but not started. */
    MonitoredConsumer consumer(Source source, RouteAccess route, PollTurn turn) throws Exception {
        return factory.create(
                plan.of(source),
                state.map(kept -> kept.at(source)),
                new PolledSource(Optional.of(source), route, turn));
    }

    /** What is polled and where its state is, for the log. */
    String description(int accounts, int atOnce) {
        return "callrail:%s polls %s account%s, each on its own, up to %s at the same time%s"
                .formatted(
                        plan.report(),
                        accounts,
                        accounts == 1 ? "" : "s",
                        atOnce,
                        state.map(kept -> "; state " + kept.description()).orElse("; all its records at every poll"));
    }

    private <T> T orThrow(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw exceptions.apply(e);
        }
    }
}
