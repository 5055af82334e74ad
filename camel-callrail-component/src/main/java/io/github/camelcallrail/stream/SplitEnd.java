package io.github.camelcallrail.stream;

import java.util.stream.Stream;

/**
 * Recognizes the end of a split. When Camel stops a streaming split early (because of an exception, a time-out or a
 * shutdown), it takes all remaining records from the iterator to release their exchanges, and so would read a whole
 * report in vain. Only the call stack distinguishes this from reading: a time-out or a handled failure leaves no mark
 * on an exchange.
 */
final class SplitEnd {

    private static final String SPLIT_ITERATOR = "org.apache.camel.processor.Splitter$";
    private static final String SPLIT = "org.apache.camel.processor.MulticastProcessor";
    private static final String END_METHOD = "doDone";

    private SplitEnd() {}

    /** Whether the caller is a split that only releases the records that it has not sent. */
    static boolean isEnding() {
        return StackWalker.getInstance().walk(SplitEnd::callerIsEndOfSplit);
    }

    private static boolean callerIsEndOfSplit(Stream<StackWalker.StackFrame> frames) {
        return frames.dropWhile(frame -> !isIterator(frame))
                .dropWhile(SplitEnd::isIterator)
                .findFirst()
                .filter(caller -> caller.getClassName().equals(SPLIT)
                        && caller.getMethodName().equals(END_METHOD))
                .isPresent();
    }

    private static boolean isIterator(StackWalker.StackFrame frame) {
        return frame.getClassName().startsWith(SPLIT_ITERATOR);
    }
}
