package io.github.camelcallrail;

import io.github.camelcallrail.feed.Delivery;
import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.feed.ReadingPage;
import io.github.camelcallrail.operation.DownloadedFile;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.webhook.ReceivedEvent;
import io.github.camelcallrail.webhook.WebhookEvent;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Sets the headers that describe the records of a message. One instance serves one feed, in one thread at a time.
 */
final class MessageHeaders {

    /** The headers that the component sets; they are never read as options. */
    static final List<String> NAMES = List.of(
            CallRailConstants.REPORT,
            CallRailConstants.SOURCE_ACCOUNT_ID,
            CallRailConstants.SOURCE_COMPANY_ID,
            CallRailConstants.RECORD_ID,
            CallRailConstants.WINDOW_START,
            CallRailConstants.WINDOW_END,
            CallRailConstants.WINDOW_ZONE,
            CallRailConstants.PAGE,
            CallRailConstants.RECORD_INDEX,
            CallRailConstants.LAST_RECORD,
            CallRailConstants.CHANGE,
            CallRailConstants.WINDOW_CLAMPED,
            CallRailConstants.TOTAL_RECORDS,
            CallRailConstants.TOTALS,
            CallRailConstants.TRUNCATED,
            CallRailConstants.FAILED_SOURCES,
            CallRailConstants.EVENT,
            CallRailConstants.CHANGED_FIELDS,
            CallRailConstants.CONTENT_LENGTH);

    private ReadingPage page;
    private SortedMap<String, Object> headersOfPage;

    /**
     * Sets the body and headers of a message to a delivery.
     *
     * @param last whether it is the last delivery of the report
     */
    void deliver(Delivery delivery, boolean last, Message message) {
        if (delivery.page() != page) {
            // Computed once for all records of a page.
            page = delivery.page();
            headersOfPage = of(page);
            headersOfPage.put(CallRailConstants.PAGE, page.number());
        }
        set(headersOfPage, message);
        if (!delivery.recordId().isEmpty()) {
            message.setHeader(CallRailConstants.RECORD_ID, delivery.recordId());
        }
        message.setHeader(CallRailConstants.RECORD_INDEX, delivery.index());
        delivery.kind().ifPresent(kind -> message.setHeader(CallRailConstants.CHANGE, kind.name()));
        message.setHeader(CallRailConstants.LAST_RECORD, last);
        if (last) {
            setTruncated(page.reading().cursor(), message);
        }
        message.setBody(delivery.body());
    }

    /** Sets the headers of a message with a whole report. */
    static void describe(Reading reading, Message message) {
        set(of(reading.atPage()), message);
        if (reading.query().isPresent()) {
            setTruncated(reading.cursor(), message);
        }
    }

    /** Sets the headers of a message with one record, which was read by its id. */
    static void describe(Reading reading, CallRailRecord record, Message message) {
        set(of(reading.atPage()), message);
        message.setHeader(CallRailConstants.RECORD_ID, record.id());
    }

    /** Sets the headers of a message with a file. */
    static void describe(DownloadedFile file, Message message) {
        message.setHeader(CallRailConstants.REPORT, file.query().report().name());
        message.setHeader(CallRailConstants.SOURCE_ACCOUNT_ID, file.query().accountId());
        message.setHeader(CallRailConstants.RECORD_ID, file.query().objectId());
        message.setHeader(CallRailConstants.CONTENT_LENGTH, file.content().length());
        message.setHeader(Exchange.CONTENT_TYPE, file.contentType());
        message.setHeader(Exchange.FILE_NAME, file.name());
    }

    /**
     * Sets the body and headers of a message to an event.
     *
     * @param raw whether the body is the text that CallRail sent
     * @param account the account of a company; empty if it is not known
     */
    static void deliver(
            ReceivedEvent received,
            WebhookEvent event,
            boolean raw,
            Function<String, Optional<String>> account,
            Message message) {
        message.setHeader(CallRailConstants.EVENT, received.kind().text());
        received.kind().report().ifPresent(report -> message.setHeader(CallRailConstants.REPORT, report));
        event.recordId().ifPresent(id -> message.setHeader(CallRailConstants.RECORD_ID, id));
        if (!event.changes().isEmpty()) {
            message.setHeader(CallRailConstants.CHANGED_FIELDS, String.join(",", event.changes()));
        }
        received.companyId().or(event::companyId).ifPresent(company -> {
            message.setHeader(CallRailConstants.SOURCE_COMPANY_ID, company);
            account.apply(company).ifPresent(id -> message.setHeader(CallRailConstants.SOURCE_ACCOUNT_ID, id));
        });
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, received.received().toEpochMilli());
        if (raw) {
            message.setHeader(Exchange.CONTENT_TYPE, received.contentType());
            message.setBody(received.body());
        } else {
            message.setBody(event.record());
        }
    }

    /** Names the accounts or companies that could not be read. */
    static void describeFailed(List<String> sources, Message message) {
        message.setHeader(CallRailConstants.FAILED_SOURCES, String.join(",", sources));
    }

    /**
     * Removes the headers of an earlier report from a message, so that they are not mistaken for those of this report.
     */
    static void remove(Message message) {
        if (message.getHeader(CallRailConstants.CONTENT_LENGTH) != null) {
            // They describe a file that is not the body any more.
            message.removeHeader(Exchange.CONTENT_TYPE);
            message.removeHeader(Exchange.FILE_NAME);
        }
        NAMES.forEach(message::removeHeader);
    }

    /** Everything but the number of the page. */
    private static SortedMap<String, Object> of(ReadingPage page) {
        SortedMap<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(CallRailConstants.REPORT, page.reading().report().name());
        page.reading().query().ifPresent(query -> describe(query, headers));
        page.totalRecords().ifPresent(total -> headers.put(CallRailConstants.TOTAL_RECORDS, total));
        if (!page.totals().isEmpty()) {
            headers.put(CallRailConstants.TOTALS, page.totals());
        }
        if (page.reading().clamped()) {
            headers.put(CallRailConstants.WINDOW_CLAMPED, true);
        }
        return headers;
    }

    private static void describe(ReportQuery query, SortedMap<String, Object> headers) {
        if (!query.accountId().isEmpty()) {
            headers.put(CallRailConstants.SOURCE_ACCOUNT_ID, query.accountId());
        }
        query.parameter("company_id").ifPresent(id -> headers.put(CallRailConstants.SOURCE_COMPANY_ID, id));
        query.window().ifPresent(window -> {
            DateTimeFormatter iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
            headers.put(CallRailConstants.WINDOW_START, iso.format(window.startsAt()));
            headers.put(CallRailConstants.WINDOW_END, iso.format(window.endsAt()));
            headers.put(CallRailConstants.WINDOW_ZONE, window.zone().getId());
        });
    }

    private static void set(SortedMap<String, Object> headers, Message message) {
        if (message.hasHeaders()) {
            headers.forEach(message::setHeader);
        } else {
            // A sorted map is copied without comparing its keys, which took a third of the time of an exchange.
            message.setHeaders(message.getExchange()
                    .getContext()
                    .getCamelContextExtension()
                    .getHeadersMapFactory()
                    .newMap(headers));
        }
    }

    /** Sets whether maxRecords leaves records out, as far as that is known. */
    private static void setTruncated(RecordCursor cursor, Message message) {
        cursor.truncated().ifPresent(truncated -> message.setHeader(CallRailConstants.TRUNCATED, truncated));
    }
}
