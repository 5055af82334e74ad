package io.github.camelcallrail.dashboard;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What the dashboard reads, and where it is shown.
 *
 * @param apiKey empty for the sandbox
 * @param accountId empty if the environment does not set it
 * @param timeZone the zone of days and hours; empty to use that of the companies
 * @param host the address to listen on
 * @param delay between two polls for calls, such as {@code 5m}; empty for the default
 * @param eventsUrl where CallRail reaches this server to send events; empty if it does not
 */
record Settings(
        String apiKey,
        String baseUrl,
        String accountId,
        Optional<ZoneId> timeZone,
        String host,
        int port,
        String delay,
        String eventsUrl,
        boolean ofSandbox,
        Optional<Path> directory) {

    static final String API_KEY = "CALLRAIL_API_KEY";
    static final String BASE_URL = "CALLRAIL_BASE_URL";
    static final String ACCOUNT_ID = "CALLRAIL_ACCOUNT_ID";
    static final String TIME_ZONE = "CALLRAIL_TIME_ZONE";
    static final String HOST = "DASHBOARD_HOST";
    static final String PORT = "DASHBOARD_PORT";
    static final String DELAY = "DASHBOARD_DELAY";
    static final String EVENTS_URL = "DASHBOARD_EVENTS_URL";

    static final int DEFAULT_PORT = 8088;

    private static final String DURATION = "([1-9]\\d{0,5}(ms|s|m|h))+";

    /**
     * The settings in the environment.
     *
     * @param directory where the records of an account are kept
     * @throws IllegalArgumentException if a value cannot be used; the message names the variable
     */
    static Settings of(Map<String, String> environment, Path directory) {
        String delay = value(environment, DELAY, "");
        if (!delay.isEmpty() && !delay.matches(DURATION)) {
            throw invalid(DELAY, delay, "a duration such as 30s, 5m or 1h");
        }
        String apiKey = value(environment, API_KEY, "");
        return new Settings(
                apiKey,
                value(environment, BASE_URL, "https://api.callrail.com"),
                value(environment, ACCOUNT_ID, ""),
                zone(value(environment, TIME_ZONE, "")),
                value(environment, HOST, "127.0.0.1"),
                port(value(environment, PORT, "")),
                delay.isEmpty() ? "5m" : delay,
                value(environment, EVENTS_URL, ""),
                apiKey.isEmpty(),
                Optional.of(directory));
    }

    /** The same for a sandbox, whose records are not kept, because the next one has others. */
    Settings to(CallRailSandbox sandbox, String otherDelay) {
        return new Settings(
                sandbox.apiKey(),
                sandbox.baseUrl(),
                sandbox.accountId(),
                timeZone,
                host,
                port,
                otherDelay,
                address(),
                true,
                Optional.empty());
    }

    /** Where the records come from, formatted for display. */
    String source() {
        return ofSandbox ? "Invented calls from the sandbox" : "Calls from " + baseUrl;
    }

    /** Whether only this machine can reach the page. */
    boolean local() {
        return LocalHosts.contains(host);
    }

    /** The address for a browser on this machine. */
    String address() {
        String shown = host.equals("0.0.0.0") ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + shown + ":" + port + "/";
    }

    /** Without the key. */
    @Override
    public String toString() {
        return source() + " at " + address();
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            throw invalid(TIME_ZONE, text, "an IANA time zone such as America/New_York");
        }
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) == 0 || Integer.parseInt(text) > 65_535) {
            throw invalid(PORT, text, "a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException invalid(String name, String value, String expected) {
        return new IllegalArgumentException(name + " is '" + value + "', but must be " + expected);
    }

    // People set a variable to nothing to switch it off.
    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
