package io.github.camelcallrail;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.Iterator;

/** Records that are fetched as they are read; a page that cannot be had throws. */
final class RecordStream implements Iterator<CallRailRecord> {

    private final CallRailEndpoint endpoint;
    private final RecordCursor cursor;

    RecordStream(CallRailEndpoint endpoint, RecordCursor cursor) {
        this.endpoint = endpoint;
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
