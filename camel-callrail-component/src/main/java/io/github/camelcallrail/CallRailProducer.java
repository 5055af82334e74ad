package io.github.camelcallrail;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Gets the report anew for each message, as its headers and the endpoint's options say, and puts it in the body. */
public class CallRailProducer extends DefaultProducer {

    private final CallRailEndpoint endpoint;

    public CallRailProducer(CallRailEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Reading reading = endpoint.orFail(() -> endpoint.read(message));
        RecordCursor cursor = reading.cursor();
        Object body;
        boolean truncated;
        if (endpoint.getConfiguration().getOutputType().equals("stream")) {
            // The first page now: what is wrong with the request fails here, and the totals are known.
            endpoint.orFail(cursor::hasNext);
            body = new RecordStream(cursor);
            truncated = reading.willBeTruncated();
        } else {
            body = endpoint.orFail(() -> all(cursor));
            truncated = endpoint.orFail(cursor::truncated);
        }
        Reading.forget(message);
        reading.describe(message);
        message.setHeader(CallRailConstants.TRUNCATED, truncated);
        message.setBody(body);
    }

    private static CallRailRecords all(RecordCursor cursor) {
        List<CallRailRecord> rows = new ArrayList<>();
        cursor.forEachRemaining(rows::add);
        return CallRailRecords.of(rows);
    }

    /** Rows that are fetched as they are read; a page that cannot be had throws. */
    private final class RecordStream implements Iterator<CallRailRecord> {
        private final RecordCursor cursor;

        private RecordStream(RecordCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return endpoint.orFail(cursor::hasNext);
        }

        @Override
        public CallRailRecord next() {
            return endpoint.orFail(cursor::next);
        }
    }
}
