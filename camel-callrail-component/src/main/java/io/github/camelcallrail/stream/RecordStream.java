package io.github.camelcallrail.stream;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The body of {@code outputType=stream}: records that are fetched while they are read, once, by one reader. A page that
 * cannot be fetched throws, and so does continuing to read after the stream was abandoned: a reader gets the whole
 * report or a failure, never a part that looks complete. Thread-safe, because a split with a time-out or its own
 * threads uses it from several threads.
 */
public final class RecordStream implements Iterator<CallRailRecord>, Closeable {

    private final RecordCursor cursor;
    private final StreamUse use;
    private final String report;
    private final UnaryOperator<RuntimeException> exceptions;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile boolean splitEnded;
    private volatile boolean read;
    private volatile boolean closed;

    /**
     * @param use whether the stream is still in use
     * @param report the name of the report, for messages
     * @param exceptions turns a failure into the exception for users
     */
    public RecordStream(RecordCursor cursor, StreamUse use, String report, UnaryOperator<RuntimeException> exceptions) {
        this.cursor = cursor;
        this.use = use;
        this.report = report;
        this.exceptions = exceptions;
    }

    @Override
    public boolean hasNext() {
        // Another thread may wait for a page that is no longer needed since a time-out.
        if (!reading.tryLock()) {
            if (endsWithSplit()) {
                return false;
            }
            reading.lock();
        }
        try {
            return hasNextAlone();
        } finally {
            reading.unlock();
        }
    }

    private boolean hasNextAlone() {
        if (!use.ended() && !closed && cursor.buffered() > 0) {
            return true;
        }
        if (endsWithSplit() || read && !closed) {
            return false;
        }
        requireReadable();
        try {
            read = !cursor.hasNext();
            return !read;
        } catch (RuntimeException e) {
            if (splitEnded) {
                // The split ended meanwhile, and this is its last call.
                return false;
            }
            throw exceptions.apply(e);
        }
    }

    @Override
    public CallRailRecord next() {
        reading.lock();
        try {
            boolean given = cursor.buffered() > 0 && (splitEnded || !use.ended() && !closed);
            if (!given && !hasNext()) {
                throw new NoSuchElementException("the stream is at its end");
            }
            return cursor.next();
        } finally {
            reading.unlock();
        }
    }

    /** Called by a reader that stops reading. */
    @Override
    public void close() {
        closed = true;
        if (!read) {
            use.end();
        }
    }

    /** Whether the caller is a split that only releases the remaining records; then nothing more is requested. */
    private boolean endsWithSplit() {
        if (!SplitEnd.isEnding()) {
            return false;
        }
        splitEnded = true;
        if (!read) {
            use.end();
        }
        return true;
    }

    private void requireReadable() {
        if (use.ended()) {
            throw exceptions.apply(use.abandoned(report, cursor.pageNumber()));
        }
        if (closed) {
            throw exceptions.apply(CallRailFailure.of(
                    FailureKind.CONFIGURATION,
                    ("The stream of report '%s' was read before and can be read only once. Leave option 'outputType'"
                                    + " out for a list, which can be read again, or read the report again.")
                            .formatted(report)));
        }
    }
}
