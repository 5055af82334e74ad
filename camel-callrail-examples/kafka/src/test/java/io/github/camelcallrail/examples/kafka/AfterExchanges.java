package io.github.camelcallrail.examples.kafka;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Does something once this many exchanges have completed, before the next one begins. */
final class AfterExchanges extends EventNotifierSupport {

    private final int exchanges;
    private final Runnable action;
    private final AtomicInteger completed = new AtomicInteger();

    AfterExchanges(int exchanges, Runnable action) {
        this.exchanges = exchanges;
        this.action = action;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof CamelEvent.ExchangeCompletedEvent && completed.incrementAndGet() == exchanges) {
            action.run();
        }
    }
}
