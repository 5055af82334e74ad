package io.github.camelcallrail.examples.oneshot;

import io.github.camelcallrail.monitor.LastPoll;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Ends the job when its only poll has ended, and remembers whether everything was written. */
final class EndOfPoll implements PollingConsumerPollStrategy {

    private final Runnable end;
    private volatile boolean complete;

    /** @param end must return at once, because the poll itself is still to return */
    EndOfPoll(Runnable end) {
        this.end = end;
    }

    /** Whether the poll has ended and no record failed in the route. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        complete = ((MonitoredConsumer) consumer)
                .lastPoll()
                .filter(poll -> poll.outcome() == LastPoll.Outcome.DONE && poll.failures() == 0)
                .isPresent();
        end.run();
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        // The component logs the cause.
        end.run();
        return false;
    }
}
