package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.SettableClock;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** An application that asks for calls and then wants to receive events, and prints what comes of it. */
final class PlainApplication {

    static final String RECORDS = "records: ";
    static final String FAILURE = "failure: ";

    private PlainApplication() {}

    /** @param arguments the base URL, the key, the present time and the URI that gives records */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SettableClock clock = new SettableClock(Instant.parse(arguments[2]));
        try (CallRailContext context = new CallRailContext(arguments[0], arguments[1], clock)) {
            out.println(RECORDS
                    + context.request(arguments[3])
                            .getMessage()
                            .getBody(List.class)
                            .size());
            try {
                context.getEndpoint("callrail:events");
            } catch (Exception e) {
                out.println(FAILURE + rootCause(e).getMessage());
            }
        }
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
