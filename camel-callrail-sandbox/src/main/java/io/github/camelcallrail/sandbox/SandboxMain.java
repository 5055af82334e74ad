package io.github.camelcallrail.sandbox;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Runs a sandbox until it is interrupted: {@code SandboxMain [port=8089] [live[=1m]] [contrary=NAME,NAME]
 * [webhook=URL]}. With {@code live}, it adds a call and edits an earlier one each minute, or at the given interval.
 * With {@code contrary}, it differs from CallRail as documented in these ways; the names are those of
 * {@link ContraryBehavior#id}. With {@code webhook}, it sends every event of the first company to this URL.
 */
public final class SandboxMain {

    private SandboxMain() {}

    public static void main(String[] args) throws InterruptedException {
        CallRailSandbox sandbox;
        try {
            sandbox = start(args);
        } catch (RuntimeException e) {
            // A message instead of a stack trace: the usual causes are an invalid argument and a port in use.
            System.err.println(explanation(e));
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        describe(sandbox, System.out);
        Thread.currentThread().join();
    }

    static CallRailSandbox start(String... args) {
        SandboxArguments arguments = SandboxArguments.parse(args);
        CallRailSandbox.Builder builder = CallRailSandbox.builder()
                .port(arguments.port())
                .contrary(arguments.contrary().toArray(ContraryBehavior[]::new));
        arguments.live().ifPresent(builder::live);
        CallRailSandbox sandbox = builder.start();
        try {
            arguments.webhook().ifPresent(sandbox.webhooks()::registerAll);
            return sandbox;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static void describeWebhooks(WebhookSender webhooks, PrintStream out) {
        List<String> urls = webhooks.registered();
        if (!urls.isEmpty()) {
            out.println("Webhooks of the first company, with the signing key " + webhooks.signingKey() + ":");
            urls.forEach(url -> out.println("  " + url));
        }
    }

    static String explanation(RuntimeException failure) {
        return "The sandbox cannot start: " + failure.getMessage()
                + (failure instanceof PortInUseException ? "; choose another with port=..." : "");
    }

    static void describe(CallRailSandbox sandbox, PrintStream out) {
        String changes = sandbox.baseUrl() + "/sandbox/calls";
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
        if (!sandbox.contrary().isEmpty()) {
            out.println("Contrary:");
            sandbox.contrary().forEach(behavior -> out.println("  " + behavior.id() + ": " + behavior.effect()));
        }
        out.println("Try:");
        out.println("  curl -H 'Authorization: Token token=\"" + sandbox.apiKey() + "\"' '" + sandbox.baseUrl()
                + "/v3/a/" + sandbox.accountId() + "/calls.json?date_range=today'");
        out.println("Add a call, and edit it by the id in the answer:");
        out.println("  curl -X POST " + changes + " -d '{\"source\": \"Radio\"}'");
        out.println("  curl -X PUT " + changes + "/CAL... -d '{\"note\": \"Wants a second appointment\"}'");
        describeWebhooks(sandbox.webhooks(), out);
        out.println("Press Ctrl-C to stop.");
    }
}
