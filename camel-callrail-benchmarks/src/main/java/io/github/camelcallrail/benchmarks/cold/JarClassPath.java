package io.github.camelcallrail.benchmarks.cold;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of this process in jars only, because a JVM archives no class from a directory. */
final class JarClassPath {

    private static final String SEPARATOR = System.getProperty("path.separator");

    private JarClassPath() {}

    /** Packs the directories on the class path into jars. */
    static String in(Path directory) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(SEPARATOR)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = directory.resolve("classes-" + jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else if (Files.exists(path)) {
                jars.add(path.toString());
            }
        }
        return String.join(SEPARATOR, jars);
    }

    private static void pack(Path directory, Path jar) throws IOException {
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> add(file, directory, output));
        }
    }

    private static void add(Path file, Path directory, JarOutputStream output) {
        try {
            output.putNextEntry(
                    new JarEntry(directory.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, (OutputStream) output);
            output.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
