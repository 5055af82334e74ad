package io.github.camelcallrail.examples;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;

/**
 * Runs the main class of an example: {@code Launcher <main class> [arguments]}. What the examples refer to as {@code
 * example.api-key} and {@code example.base-url}, which no variable of the environment stands in for, comes from the environment ({@code CALLRAIL_API_KEY}, {@code
 * CALLRAIL_BASE_URL}); without a key a sandbox of invented data is started, and it is the sandbox's.
 */
public final class Launcher {

    static final String API_KEY = "example.api-key";
    static final String BASE_URL = "example.base-url";

    private Launcher() {}

    public static void main(String[] args) {
        orExit(() -> start(args));
    }

    static void start(String... args) throws Exception {
        if (args.length == 0) {
            throw new IllegalArgumentException("Usage: Launcher <main class> [arguments]");
        }
        connection(System.getenv(), System.out).forEach(System::setProperty);
        run(args[0], Arrays.copyOfRange(args, 1, args.length));
    }

    /** What starts an example. */
    interface Start {
        void run() throws Exception;
    }

    /** Ends the process with what went wrong, where the sandbox would keep it running without a word. */
    static void orExit(Start start) {
        try {
            start.run();
        } catch (Exception e) {
            System.err.println("The example cannot start: " + e.getMessage());
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** What the example connects to; starts a sandbox when the environment has no key. */
    static Map<String, String> connection(Map<String, String> environment, PrintStream out) {
        String key = environment.getOrDefault("CALLRAIL_API_KEY", "").strip();
        if (!key.isEmpty()) {
            String baseUrl = environment.getOrDefault("CALLRAIL_BASE_URL", "").strip();
            return Map.of(API_KEY, key, BASE_URL, baseUrl.isEmpty() ? "https://api.callrail.com" : baseUrl);
        }
        CallRailSandbox sandbox = CallRailSandbox.builder().start();
        out.println(
                "No CALLRAIL_API_KEY in the environment, so this reads invented calls from a sandbox. Ctrl-C ends it.");
        return Map.of(API_KEY, sandbox.apiKey(), BASE_URL, sandbox.baseUrl());
    }

    private static void run(String mainClass, String... args) throws Exception {
        try {
            Class.forName(mainClass, true, Thread.currentThread().getContextClassLoader())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
