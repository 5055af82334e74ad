package io.github.camelcallrail.stream;

import java.util.stream.Stream;

/**
 * Recognizes the end of a split. When Camel stops a streaming split early (an exception, a time-out, a stop), it takes all records
 * that are left to release their exchanges, and reads a report to its end that nobody wants. Nothing but the call itself tells
 * this from reading: a time-out, or a failure that was handled, leaves no mark on an exchange.
 */
final class SplitEnd {

    private static final String ITERATOR_OF_SPLIT = "org.apache.camel.processor.Splitter$";
    private static final String SPLIT = "org.apache.camel.processor.MulticastProcessor";
    private static final String END_OF_SPLIT = "doDone";

    private SplitEnd() {}

    /** Whether this thread is called by a split that only lets go of what it has not sent. */
    static boolean reached() {
        return StackWalker.getInstance().walk(SplitEnd::calledAtEnd);
    }

    private static boolean calledAtEnd(Stream<StackWalker.StackFrame> frames) {
        return frames.dropWhile(frame -> !ofIterator(frame))
                .dropWhile(SplitEnd::ofIterator)
                .findFirst()
                .filter(caller -> caller.getClassName().equals(SPLIT)
                        && caller.getMethodName().equals(END_OF_SPLIT))
                .isPresent();
    }

    private static boolean ofIterator(StackWalker.StackFrame frame) {
        return frame.getClassName().startsWith(ITERATOR_OF_SPLIT);
    }
}
