package io.github.camelcallrail.sandbox;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Runs a sandbox until it is interrupted: {@code SandboxMain [port]}, by default on port 8089. */
public final class SandboxMain {

    private static final int DEFAULT_PORT = 8089;

    private SandboxMain() {}

    public static void main(String[] args) throws InterruptedException {
        CallRailSandbox sandbox;
        try {
            sandbox = CallRailSandbox.builder().port(port(args)).start();
        } catch (RuntimeException e) {
            // A message instead of a stack trace: the usual causes are an invalid port and one in use.
            System.err.println("The sandbox cannot start: " + e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        describe(sandbox, System.out);
        Thread.currentThread().join();
    }

    static int port(String... args) {
        if (args.length == 0) {
            return DEFAULT_PORT;
        }
        if (args.length > 1 || !args[0].matches("\\d{1,5}") || Integer.parseInt(args[0]) > 65_535) {
            throw new IllegalArgumentException(
                    "Usage: SandboxMain [port], a number from 0 (any free port) to 65535, not " + List.of(args));
        }
        return Integer.parseInt(args[0]);
    }

    static void describe(CallRailSandbox sandbox, PrintStream out) {
        out.println("CallRail sandbox at " + sandbox.baseUrl());
        out.println("  API key  " + sandbox.apiKey());
        out.println("  account  " + sandbox.accountId());
        for (SandboxEndpoint endpoint : SandboxEndpoints.all()) {
            if (endpoint.paged()) {
                out.printf(
                        Locale.ROOT,
                        "  %6s  %s%n",
                        sandbox.data().rows(endpoint.report()).size(),
                        endpoint.report());
            }
        }
        out.println("Try:");
        out.println("  curl -H 'Authorization: Token token=\"" + sandbox.apiKey() + "\"' '" + sandbox.baseUrl()
                + "/v3/a/" + sandbox.accountId() + "/calls.json?date_range=today'");
        out.println("Press Ctrl-C to stop.");
    }
}
