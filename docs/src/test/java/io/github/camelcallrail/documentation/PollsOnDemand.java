package io.github.camelcallrail.documentation;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/** A scheduler for one consumer that polls when a test says so, in the test's thread, and at no other time. */
final class PollsOnDemand extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private CamelContext context;
    private Runnable task;

    /** Polls once; what the poll hands out has gone through its route when this returns. */
    void poll() {
        task.run();
    }

    @Override
    public void onInit(Consumer consumer) {}

    @Override
    public void scheduleTask(Runnable poll) {
        task = poll;
    }

    @Override
    public void unscheduleTask() {}

    @Override
    public void startScheduler() {}

    @Override
    public boolean isSchedulerStarted() {
        return true;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }
}
