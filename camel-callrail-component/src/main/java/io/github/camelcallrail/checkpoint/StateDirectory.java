package io.github.camelcallrail.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that holds state: what must be true of it before anything is written, and that what is written lasts. */
record StateDirectory(Path path) {

    /**
     * Creates it and its parents where they are missing.
     *
     * @throws IllegalStateException if it is a file, or may not be written to
     * @throws UncheckedIOException if it cannot be created
     */
    void create() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalStateException(
                    "The state directory " + path + " is a file. Name a directory, or remove the file.");
        }
        try {
            // Asked first, because createDirectories() refuses a link to a directory before Java 20.
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
            }
        } catch (IOException e) {
            String advice = "Create it and let this process write to it, or name another directory.";
            throw new UncheckedIOException("Cannot create the state directory " + path + ". " + advice, e);
        }
        if (!Files.isWritable(path)) {
            throw new IllegalStateException("The state directory " + path
                    + " cannot be written to. Let this process write to it, or name another directory.");
        }
    }

    /** Removes what killed processes left half written. */
    void removeTemporaryFiles() {
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(path, StateFileName::isTemporary)) {
            for (Path file : leftOver) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw notRemoved(e.getCause());
        } catch (IOException e) {
            throw notRemoved(e);
        }
    }

    /** Writes a new file, to the disk and not only to the system's memory. */
    static void write(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    /** Writes the entries to disk: a new name lasts only when its directory does. */
    void force() throws IOException {
        // Windows does not let a directory be opened for this; there, the name is left to its file system's journal.
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private UncheckedIOException notRemoved(IOException cause) {
        return new UncheckedIOException("Cannot remove temporary files from the state directory " + path, cause);
    }
}
