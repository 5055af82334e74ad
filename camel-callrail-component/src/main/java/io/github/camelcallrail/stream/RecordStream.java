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
 * Records that are fetched as they are read, once, by one reader. A page that cannot be had throws, and so does reading on after
 * the stream was given up: a reader gets the whole report or a failure, never a part that looks like the whole. Thread-safe,
 * because a split with a time-out or with threads of its own uses it from several.
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
     * @param use whether it is still read
     * @param report its name, for messages
     * @param exceptions turns a failure into the exception that users meet
     */
    public RecordStream(RecordCursor cursor, StreamUse use, String report, UnaryOperator<RuntimeException> exceptions) {
        this.cursor = cursor;
        this.use = use;
        this.report = report;
        this.exceptions = exceptions;
    }

    @Override
    public boolean hasNext() {
        // Another thread may wait for a page that nobody wants since a time-out.
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
                // It ended meanwhile, and this is its own last call.
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

    /** Called by a reader that wants no more of it. */
    @Override
    public void close() {
        closed = true;
        if (!read) {
            use.end();
        }
    }

    /** Whether a split asks only to let go of what is left; then nothing more is requested. */
    private boolean endsWithSplit() {
        if (!SplitEnd.reached()) {
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
            throw exceptions.apply(use.givenUp(report, cursor.pageNumber()));
        }
        if (closed) {
            throw exceptions.apply(CallRailFailure.of(
                    FailureKind.CONFIGURATION,
                    ("The stream of report '%s' was read before, and can be read once only. Leave option 'outputType' out for a"
                                    + " list, which can be read again, or ask for the report again.")
                            .formatted(report)));
        }
    }
}
