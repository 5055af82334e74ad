package io.github.camelcallrail.agency;

import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.report.Source;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Starts the consumers of single sources, so that they poll on shared threads, each at its own moment, and use the
 * route in turn. Used by one thread at a time.
 */
final class ConsumerStarter {

    private final AgencyPolling polling;
    private final AgencyConsumer owner;
    private final AgencyConsumer.Settings settings;
    private final Supplier<Clock> clock;
    private final RouteAccess route;
    private final Map<Source, Place> places = new HashMap<>();

    /**
     * What a source keeps when its consumer is replaced by another.
     *
     * @param number decides when it polls
     * @param single lets one poll run at a time: that of a consumer that was stopped may still run
     */
    private record Place(int number, Semaphore single) {}

    ConsumerStarter(
            AgencyPolling polling, AgencyConsumer owner, AgencyConsumer.Settings settings, Supplier<Clock> clock) {
        this.polling = polling;
        this.owner = owner;
        this.settings = settings;
        this.clock = clock;
        this.route = settings.parallelProcessing() ? RouteAccess.SHARED : RouteAccess.exclusive();
    }

    /** @param polled called after each of its polls */
    MonitoredConsumer start(Source source, PollThreads threads, Runnable polled) throws Exception {
        Place place = places.computeIfAbsent(source, added -> new Place(places.size(), new Semaphore(1)));
        Optional<PollMoments> moments = settings.interval().map(interval -> PollMoments.of(place.number(), interval));
        PollTurn turn = PollTurn.on(threads);
        MonitoredConsumer consumer = polling.consumer(source, route, turn);
        consumer.setScheduler(new SourceScheduler(threads, place.single(), turn, moments, clock.get(), polled));
        consumer.setRoute(owner.getRoute());
        consumer.setRouteId(owner.getRouteId());
        ServiceHelper.startService(consumer);
        return consumer;
    }
}
