package io.github.camelcallrail;

import io.github.camelcallrail.monitor.CallRailProgress;
import java.util.EventObject;
import org.apache.camel.spi.CamelEvent;

/**
 * Notifies an {@link org.apache.camel.spi.EventNotifier} of the progress of reading a report: at each page and at the
 * end, in the thread that reads.
 */
public final class CallRailProgressEvent extends EventObject implements CamelEvent {

    private static final long serialVersionUID = 1;

    private final transient CallRailProgress progress;
    private final transient CallRailEndpoint endpoint;
    private long timestamp;

    public CallRailProgressEvent(CallRailEndpoint endpoint, CallRailProgress progress) {
        super(endpoint);
        this.endpoint = endpoint;
        this.progress = progress;
        this.timestamp = progress.at().toEpochMilli();
    }

    /** The endpoint that reads. */
    public CallRailEndpoint getEndpoint() {
        return endpoint;
    }

    public CallRailProgress getProgress() {
        return progress;
    }

    @Override
    public Type getType() {
        return Type.Custom;
    }

    @Override
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
    }

    @Override
    public String toString() {
        return progress.toString();
    }
}
