package io.github.camelcallrail.examples;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;

/**
 * Runs the main class of an example: {@code Launcher <main class> [arguments]}. Sets the properties
 * {@code example.api-key} and {@code example.base-url}, whose names cannot collide with an environment variable, from
 * {@code CALLRAIL_API_KEY} and {@code CALLRAIL_BASE_URL} in the environment. Without a key it starts a sandbox with
 * invented data and uses the sandbox's key and address; the property {@code launcher.accounts} is its number of
 * accounts.
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

    /** Starts an example. */
    interface Start {
        void run() throws Exception;
    }

    /** Reports a failure and ends the process, which the sandbox would otherwise silently keep running. */
    static void orExit(Start start) {
        try {
            start.run();
        } catch (Exception e) {
            System.err.println("The example cannot start: " + e.getMessage());
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** The key and address for the example; starts a sandbox if the environment has no key. */
    static Map<String, String> connection(Map<String, String> environment, PrintStream out) {
        String key = environment.getOrDefault("CALLRAIL_API_KEY", "").strip();
        if (!key.isEmpty()) {
            String baseUrl = environment.getOrDefault("CALLRAIL_BASE_URL", "").strip();
            return Map.of(API_KEY, key, BASE_URL, baseUrl.isEmpty() ? "https://api.callrail.com" : baseUrl);
        }
        CallRailSandbox sandbox = CallRailSandbox.builder()
                .accounts(Integer.getInteger("launcher.accounts", 1))
                .start();
        out.println("CALLRAIL_API_KEY is not set, so this reads invented data from a sandbox. Press Ctrl-C to stop.");
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
