package io.github.camelcallrail.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the jar of an example in its own JVM: {@code JarLauncher <jar> [options of the JVM]}. The example finds the key
 * and the address in its environment, as {@code CALLRAIL_API_KEY} and {@code CALLRAIL_BASE_URL}; without a key they are
 * those of a sandbox, as in {@link Launcher}. Launcher and example end together.
 */
public final class JarLauncher {

    /** The exit codes of a JVM that is ended by Ctrl-C or by the end of this JVM. */
    private static final List<Integer> INTERRUPTED = List.of(130, 143);

    private JarLauncher() {}

    public static void main(String[] args) {
        Launcher.orExit(() -> run(args));
        // The sandbox would keep this JVM running after an example that ends by itself.
        System.exit(0);
    }

    static void run(String... args) throws Exception {
        if (args.length == 0) {
            throw new IllegalArgumentException("Usage: JarLauncher <jar> [options of the JVM]");
        }
        Process process = start(List.of(args), Launcher.connection(System.getenv(), System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        int code = process.waitFor();
        if (code != 0 && !INTERRUPTED.contains(code)) {
            throw new IllegalStateException("The example ended with exit code " + code);
        }
    }

    private static Process start(List<String> arguments, Map<String, String> connection) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments.subList(1, arguments.size()));
        command.addAll(List.of("-jar", arguments.get(0)));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CALLRAIL_API_KEY", connection.get(Launcher.API_KEY));
        builder.environment().put("CALLRAIL_BASE_URL", connection.get(Launcher.BASE_URL));
        return builder.start();
    }

    /** Lets the example finish its work while the sandbox is still running. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
