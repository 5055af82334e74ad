package io.github.camelcallrail.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this project, by their paths from its root, wherever below it the tests are run. */
final class Project {

    static final Path ROOT = root();

    private Project() {}

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String path, String text) {
        try {
            Files.writeString(ROOT.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All documents: those at the root, those of the modules, and the pages. */
    static List<Document> documents() {
        return files(".adoc").map(path -> new Document(path, read(path))).toList();
    }

    static Document document(String path) {
        return new Document(path, read(path));
    }

    /** A page of the documentation by its name, such as {@code delivery} or {@code report-calls}. */
    static Document page(String name) {
        return document("docs/modules/ROOT/pages/" + name + ".adoc");
    }

    /** The paths of all files with that ending, but for what a build leaves behind. */
    static Stream<String> files(String ending) {
        try (Stream<Path> paths = Files.walk(ROOT)) {
            return paths
                    .map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(ending))
                    .filter(path -> !("/" + path).matches(".*/(target|node_modules|\\.git)/.*"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("CONTRIBUTING.adoc"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
