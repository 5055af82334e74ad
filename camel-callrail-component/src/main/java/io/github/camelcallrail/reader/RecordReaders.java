package io.github.camelcallrail.reader;

import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.query.FieldSelection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps the readers of records from page to page, because they know the names of the fields in the order in which they
 * come. There are as many as pages are parsed at the same time. Thread-safe.
 */
final class RecordReaders {

    private final Queue<Known> known = new ConcurrentLinkedQueue<>();

    /** A reader for records with these fields, which nobody else uses until it is given back. */
    ObjectReader take(FieldSelection fields) {
        Known reader = known.poll();
        return reader != null && reader.fields.equals(fields) ? reader.reader : new ObjectReader(fields::layout);
    }

    /** Keeps a reader that has read a page. */
    void giveBack(FieldSelection fields, ObjectReader reader) {
        known.add(new Known(fields, reader));
    }

    private record Known(FieldSelection fields, ObjectReader reader) {}
}
