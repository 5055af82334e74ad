package io.github.camelcallrail.examples.oneshot;

import io.github.camelcallrail.agency.AgencyConsumer;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Ends the job when every account has been polled once, and remembers whether everything was written. */
final class EndOfPoll implements PollingConsumerPollStrategy {

    private final Runnable end;
    private volatile boolean complete;

    /** @param end must return at once, because a poll itself is still to return */
    EndOfPoll(Runnable end) {
        this.end = end;
    }

    /** Whether every account was read and no record failed in the route. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        // This consumer looks for the accounts, and has each polled by a consumer of its own.
        if (consumer instanceof AgencyConsumer found) {
            found.whenPolled(() -> {
                complete = found.isComplete();
                end.run();
            });
        }
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // The accounts are found, or one of them is polled: the others may not be.
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        // The component logs the cause, and without accounts there is nothing to poll.
        if (consumer instanceof AgencyConsumer) {
            end.run();
        }
        return false;
    }
}
