package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;

/** What a consumer may not be told to do, because it would use up the account's requests or mean nothing. */
final class PollingRules {

    private static final long SHORTEST_DELAY_MILLIS = 100;

    private PollingRules() {}

    /**
     * Fails for endpoints that would poll without a pause.
     *
     * @throws CallRailFailure of kind CONFIGURATION, naming the option
     */
    static void check(CallRailEndpoint endpoint, boolean incremental) {
        if (endpoint.isGreedy() && !incremental) {
            throw CallRailFailure.configuration(
                    ("Option 'greedy' would poll again and again without a pause, because every poll reads report '%s' anew."
                                    + " Leave it out, or add incremental=true.")
                            .formatted(endpoint.getReport()));
        }
        long millis = endpoint.getTimeUnit().toMillis(endpoint.getDelay());
        // Camel reads what is no duration as 0, and 15 as milliseconds.
        if (endpoint.isDelaySet() && millis < SHORTEST_DELAY_MILLIS) {
            throw CallRailFailure.configuration(
                    ("Option 'delay' is %s ms, which would use up the account's quota of requests. It takes %s ms or more, or a"
                                    + " duration such as 15m.")
                            .formatted(millis, SHORTEST_DELAY_MILLIS));
        }
    }

    /** The most exchanges a poll; 0 for no limit. */
    static int maxMessagesPerPoll(CallRailConfiguration configuration) {
        String most = configuration.getMaxMessagesPerPoll().trim();
        if (!most.matches("\\d{1,9}")) {
            throw CallRailFailure.configuration(
                    "Option 'maxMessagesPerPoll' cannot be '%s'. It takes a whole number, 0 for no limit."
                            .formatted(most));
        }
        return Integer.parseInt(most);
    }
}
