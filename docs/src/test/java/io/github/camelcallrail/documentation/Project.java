package io.github.camelcallrail.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this project, by their paths from its root, wherever below it the tests are run. */
final class Project {

    static final Path ROOT = root();

    private static final Set<String> LEFT_BEHIND = Set.of("target", "node_modules", ".git");
    private static final List<String> FILES = files();

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
        return FILES.stream().filter(path -> path.endsWith(ending));
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return LEFT_BEHIND.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(files);
        return files;
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("CONTRIBUTING.adoc"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
