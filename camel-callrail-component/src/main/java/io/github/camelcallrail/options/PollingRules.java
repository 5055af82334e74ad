package io.github.camelcallrail.options;

import io.github.camelcallrail.failure.CallRailFailure;

/** Rejects options of consumers that would use up the quota of the account or have no meaning. */
public final class PollingRules {

    private static final long SHORTEST_DELAY_MILLIS = 100;

    private PollingRules() {}

    /**
     * Fails for a consumer that would poll without a pause and read everything each time.
     *
     * @throws CallRailFailure of kind CONFIGURATION, naming the option
     */
    public static void requireNotGreedy(String report, boolean greedy, boolean incremental) {
        if (!greedy || incremental) {
            return;
        }
        throw CallRailFailure.configuration(
                ("Option 'greedy' would poll again and again without a pause, because every poll reads report '%s'"
                                + " anew. Leave it out, or add incremental=true.")
                        .formatted(report));
    }

    /**
     * Fails for a delay that would use up the quota of the account. Camel reads text that is not a duration as 0, and
     * 15 as milliseconds.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static void requireDelay(long millis) {
        if (millis < SHORTEST_DELAY_MILLIS) {
            throw CallRailFailure.configuration(
                    ("Option 'delay' is %s ms, which would use up the account's quota of requests. It must be at"
                                    + " least %s ms, or a duration such as 15m.")
                            .formatted(millis, SHORTEST_DELAY_MILLIS));
        }
    }

    /**
     * The maximum number of exchanges per poll; 0 for no limit.
     *
     * @param option the value of option {@code maxMessagesPerPoll}
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static int maxMessagesPerPoll(String option) {
        String most = option.trim();
        if (!most.matches("\\d{1,9}")) {
            throw CallRailFailure.configuration(
                    "Option 'maxMessagesPerPoll' cannot be '%s'. It takes a whole number, 0 for no limit."
                            .formatted(most));
        }
        return Integer.parseInt(most);
    }
}
