package io.github.camelcallrail.examples.failover;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of this program as a file of arguments, for {@code java @file}: with it nodes can be started by hand, too. */
final class JavaArguments {

    private JavaArguments() {}

    /** Writes the file {@code java.args} into a directory, which is made when it is not there. */
    static Path write(Path directory) throws IOException {
        Path file = Files.createDirectories(directory).resolve("java.args");
        // In quotes a backslash stands for the character after it.
        return Files.writeString(file, "-cp \"" + classPath().replace("\\", "\\\\") + "\"\n");
    }

    private static String classPath() {
        if (!(JavaArguments.class.getClassLoader() instanceof URLClassLoader maven)) {
            return System.getProperty("java.class.path");
        }
        // Maven runs the example in its own process, whose class path is Maven's.
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
