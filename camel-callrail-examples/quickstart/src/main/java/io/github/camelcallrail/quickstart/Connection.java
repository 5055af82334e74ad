package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Where the calls come from, and for which account.
 *
 * @param accountId empty if the environment does not set it
 * @param timeZone empty if the environment does not set it
 */
record Connection(String apiKey, String baseUrl, String accountId, String timeZone, boolean toSandbox) {

    static final String API_KEY = "CALLRAIL_API_KEY";
    static final String ACCOUNT_ID = "CALLRAIL_ACCOUNT_ID";
    static final String TIME_ZONE = "CALLRAIL_TIME_ZONE";
    static final String BASE_URL = "CALLRAIL_BASE_URL";

    static boolean hasKey(Map<String, String> environment) {
        return !value(environment, API_KEY, "").isEmpty();
    }

    static Connection toCallRail(Map<String, String> environment) {
        return new Connection(
                value(environment, API_KEY, ""),
                value(environment, BASE_URL, "https://api.callrail.com"),
                value(environment, ACCOUNT_ID, ""),
                value(environment, TIME_ZONE, ""),
                false);
    }

    static Connection to(CallRailSandbox sandbox, Map<String, String> environment) {
        return new Connection(
                sandbox.apiKey(), sandbox.baseUrl(), sandbox.accountId(), value(environment, TIME_ZONE, ""), true);
    }

    /** The properties that application.properties refers to. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("quickstart.api-key", apiKey);
        properties.setProperty("quickstart.base-url", baseUrl);
        properties.setProperty("quickstart.time-zone", timeZone);
        if (!accountId.isEmpty()) {
            properties.setProperty("quickstart.account-id", accountId);
        }
        return properties;
    }

    /** The same in this time zone. */
    Connection in(String zone) {
        return new Connection(apiKey, baseUrl, accountId, zone, toSandbox);
    }

    /** The directory of this account's data, so that accounts, and invented calls, are not mixed. */
    Path data(Path directory) {
        return directory.resolve(toSandbox ? "sandbox" : "callrail").resolve(toSandbox ? "" : accountId);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return toSandbox ? "the sandbox" : baseUrl;
    }

    // People set a variable to nothing to switch it off.
    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
