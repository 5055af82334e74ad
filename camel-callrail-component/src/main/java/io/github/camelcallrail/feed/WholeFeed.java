package io.github.camelcallrail.feed;

import io.github.camelcallrail.reader.OpenReport;
import java.util.Queue;

/** Delivers the whole report; keeps no state. */
public final class WholeFeed implements Feed {

    private final OpenReport report;
    private final boolean split;
    private Reading reading;

    public WholeFeed(OpenReport report, boolean split) {
        this.report = report;
        this.split = split;
    }

    @Override
    public boolean hasNext() {
        return reading().cursor().hasNext();
    }

    @Override
    public Queue<Object> page() {
        return Delivery.ofPage(reading(), split);
    }

    // Opened on demand, and again after a failure: a report that takes several requests resumes at the last one.
    private Reading reading() {
        if (reading == null) {
            reading = Reading.of(report.corrected());
        }
        return reading;
    }

    @Override
    public void settle(Delivery delivery, boolean done) {
        // The next poll reads everything again, including failed records.
    }

    /** No, because the next poll reads everything again. */
    @Override
    public boolean resumable() {
        return false;
    }

    @Override
    public void confirm() {
        // As above.
    }

    @Override
    public void close() {
        // As above.
    }
}
