package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files of listable keys. The key can be read from the path: every part but the last is a directory, and the last
 * is the name of the file, followed by {@code .state}. Parts contain no dot, so that files are told from directories by
 * their names alone.
 *
 * @param directory the state directory
 */
record ListedFiles(StateDirectory directory) {

    private static final String EXTENSION = ".state";
    private static final Pattern TEMPORARY = Pattern.compile("[a-z0-9_-]{1,200}\\.state\\.[0-9a-f-]{36}\\.tmp");

    ListedFiles {
        requireNonNull(directory, "directory is null");
    }

    Path of(String key) {
        return directory.path().resolve(key + EXTENSION);
    }

    /** Creates the directories above a file that are missing; not the state directory itself. */
    void createParents(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent.equals(directory.path()) || Files.isDirectory(parent)) {
            return;
        }
        createParents(parent);
        try {
            Files.createDirectory(parent);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(parent)) {
                throw e;
            }
        }
        new StateDirectory(parent.getParent()).force();
    }

    /** All keys that begin with a prefix, in no particular order. */
    List<String> keys(String prefix) throws IOException {
        List<String> keys = new ArrayList<>();
        collect(prefix.substring(0, prefix.lastIndexOf('/') + 1), prefix, keys);
        return keys;
    }

    private void collect(String parent, String prefix, List<String> keys) throws IOException {
        for (String name : names(directory.path().resolve(parent))) {
            if (name.endsWith(EXTENSION)) {
                String key = parent + name.substring(0, name.length() - EXTENSION.length());
                if (key.startsWith(prefix) && ListableKey.is(key)) {
                    keys.add(key);
                }
            } else if (ListableKey.is(parent + name) && (parent + name).startsWith(prefix)) {
                collect(parent + name + "/", prefix, keys);
            }
        }
    }

    /**
     * Removes temporary files that killed processes left.
     *
     * @throws UncheckedIOException if they cannot be found or removed
     */
    void removeTemporaryFiles() {
        try {
            removeTemporaryFiles(ListableStateRepository.LISTED);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot remove temporary files from below the state directory " + directory.path(), e);
        }
    }

    private void removeTemporaryFiles(String parent) throws IOException {
        Path path = directory.path().resolve(parent);
        for (String name : names(path)) {
            if (TEMPORARY.matcher(name).matches()) {
                Files.deleteIfExists(path.resolve(name));
            } else if (ListableKey.is(parent + name)) {
                removeTemporaryFiles(parent + name + "/");
            }
        }
    }

    /** The names in a directory; none if the state directory has no such directory. */
    private List<String> names(Path path) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException e) {
            if (!Files.isDirectory(directory.path())) {
                throw e;
            }
        } catch (NotDirectoryException e) {
            // A file of somebody else.
            return List.of();
        }
        return names;
    }
}
