package io.github.camelcallrail.benchmarks.cold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The loop in Python: a script of the standard library only, and the interpreter if the machine has one. */
final class PythonLoop {

    static final String NAME = "loop.py";

    private PythonLoop() {}

    /** Whether {@code python3} can be run. */
    static boolean isAvailable() {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes the script into a directory. */
    static void writeTo(Path directory) {
        try (InputStream script = PythonLoop.class.getResourceAsStream("/" + NAME)) {
            Files.write(directory.resolve(NAME), script.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
