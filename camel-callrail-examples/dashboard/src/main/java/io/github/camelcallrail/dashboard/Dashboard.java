package io.github.camelcallrail.dashboard;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Shows the calls of CallRail if {@code CALLRAIL_API_KEY} is set, otherwise those of a live sandbox that it starts.
 * Runs until it is interrupted.
 */
public final class Dashboard {

    private Dashboard() {}

    /** @param args the directory for the records of an account */
    public static void main(String[] args) throws Exception {
        Application application;
        try {
            Settings settings = Settings.of(System.getenv(), Path.of(args[0]).resolve("callrail"));
            if (settings.ofSandbox()) {
                System.out.println(Settings.API_KEY + " is not set: starting a sandbox with invented calls.");
                CallRailSandbox sandbox = LiveSandbox.start();
                settings = settings.to(sandbox, LiveSandbox.DELAY);
                System.out.println("To change its records: " + sandbox.baseUrl() + "/sandbox/calls");
            }
            application = new Application(settings);
            application.start();
            System.out.println("The dashboard is at " + settings.address() + ". Press Ctrl-C to stop.");
            if (!settings.local()) {
                System.out.println(
                        "Everybody who can reach " + settings.host() + " can read it: there is no password.");
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("The dashboard cannot start. " + e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        new CountDownLatch(1).await();
    }
}
