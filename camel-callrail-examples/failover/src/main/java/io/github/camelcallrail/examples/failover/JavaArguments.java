package io.github.camelcallrail.examples.failover;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An arguments file for {@code java @file}: what makes a JVM start fast, and the class path of this program. Nodes can
 * also be started with it by hand.
 */
final class JavaArguments {

    private static final String FAST_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n";

    private JavaArguments() {}

    /** Writes the file {@code java.args} to the directory, which is created if it does not exist. */
    static Path write(Path directory) throws IOException {
        Path file = Files.createDirectories(directory).resolve("java.args");
        // Inside quotes, a backslash escapes the next character.
        return Files.writeString(file, FAST_START + "-cp \"" + classPath().replace("\\", "\\\\") + "\"\n");
    }

    private static String classPath() {
        if (!(JavaArguments.class.getClassLoader() instanceof URLClassLoader maven)) {
            return System.getProperty("java.class.path");
        }
        // Maven runs the example in its own process, so the system class path is that of Maven.
        List<String> entries = new ArrayList<>();
        for (URL url : maven.getURLs()) {
            try {
                entries.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return String.join(System.getProperty("path.separator"), entries);
    }
}
