package io.github.camelcallrail;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/** A scheduler of the user that never polls by itself. */
class IdleScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private CamelContext context;

    @Override
    public void onInit(Consumer consumer) {}

    @Override
    public void scheduleTask(Runnable task) {}

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
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }
}
