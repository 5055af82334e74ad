package io.github.camelcallrail.examples.recordings;

import io.github.camelcallrail.sandbox.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of the archive. */
record ArchivedFiles(Path folder) {

    /** The names of all files, also of hidden and temporary ones. */
    Set<String> names() {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** What the archive must have. */
    static byte[] all(MediaContent content) throws IOException {
        try (InputStream stream = content.stream()) {
            return stream.readAllBytes();
        }
    }
}
