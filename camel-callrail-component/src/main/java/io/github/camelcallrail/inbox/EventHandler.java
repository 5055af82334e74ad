package io.github.camelcallrail.inbox;

/** Processes events. Thread-safe, because events of different groups are handed out at the same time. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Processes an event. After a failure, the same event is handed out again later. It may also be handed out again
     * after it was processed, if the process ends before that is stored.
     *
     * @param key the key of the event, the same each time it is handed out
     * @param text the text as it was added
     * @return whether it was processed; false and any exception are failures
     * @throws Exception if it was not processed
     */
    boolean handle(String key, String text) throws Exception;
}
