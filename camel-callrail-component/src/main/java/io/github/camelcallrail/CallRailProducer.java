package io.github.camelcallrail;

import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.feed.SourceRecords;
import io.github.camelcallrail.operation.DownloadedFile;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.stream.FileBody;
import io.github.camelcallrail.stream.RecordStream;
import io.github.camelcallrail.stream.StreamUse;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Reads the report, the record or the file for each message, with the options of the endpoint and the headers of the
 * message, and puts it into the body.
 */
public class CallRailProducer extends DefaultProducer {

    private final CallRailEndpoint endpoint;

    public CallRailProducer(CallRailEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        switch (endpoint.orFail(endpoint::operation)) {
            case GET -> get(exchange.getMessage());
            case DOWNLOAD -> download(exchange);
            case LIST, EXPLAIN -> read(exchange);
            case REFRESH -> endpoint.orFail(() -> endpoint.refresh(exchange.getMessage()));
        }
    }

    private void get(Message message) {
        Reading reading = endpoint.orFail(() -> endpoint.read(message, endpoint::mayWait));
        CallRailRecord record = endpoint.orFail(reading.cursor()::next);
        MessageHeaders.remove(message);
        MessageHeaders.describe(reading, record, message);
        message.setBody(record);
    }

    private void download(Exchange exchange) {
        Message message = exchange.getMessage();
        DownloadedFile file = endpoint.orFail(() -> endpoint.download(message, endpoint::mayWait));
        MessageHeaders.remove(message);
        MessageHeaders.describe(file, message);
        message.setBody(FileBody.of(file.content(), exchange));
    }

    private void read(Exchange exchange) {
        Message message = exchange.getMessage();
        StreamUse use = new StreamUse();
        Reading reading = endpoint.orFail(() -> endpoint.read(message, () -> endpoint.mayWait() && !use.ended()));
        boolean stream = endpoint.getConfiguration().getOutputType().equals("stream");
        Object body = stream ? startedStream(reading, use, exchange) : endpoint.orFail(reading.cursor()::rest);
        MessageHeaders.remove(message);
        MessageHeaders.describe(reading, message);
        message.setBody(body);
        if (!stream) {
            failIfSourcesFailed(reading, exchange);
        }
    }

    /**
     * Fails the exchange if an account could not be read. Its message nevertheless has what the others gave, for routes
     * that handle the failure.
     */
    private void failIfSourcesFailed(Reading reading, Exchange exchange) {
        reading.sources().flatMap(SourceRecords::failure).ifPresent(failure -> {
            MessageHeaders.describeFailed(reading.sources().get().failed(), exchange.getMessage());
            exchange.setException(endpoint.exception(failure));
        });
    }

    /** Fetches the first page: a failing request then fails the exchange, and the totals are known. */
    private RecordStream startedStream(Reading reading, StreamUse use, Exchange exchange) {
        endpoint.orFail(reading.cursor()::hasNext);
        exchange.getExchangeExtension().addOnCompletion(use);
        return new RecordStream(reading.cursor(), use, reading.report().name(), endpoint::exception);
    }
}
