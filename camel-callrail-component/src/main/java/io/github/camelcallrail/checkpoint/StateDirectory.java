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

/** The directory that holds state. It is checked before anything is written, and what is written is forced to disk. */
record StateDirectory(Path path) {

    /**
     * Creates the directory and its parents if they are missing.
     *
     * @throws IllegalStateException if it is a file or is not writable
     * @throws UncheckedIOException if it cannot be created
     */
    void create() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalStateException(
                    "The state directory " + path + " is a file. Name a directory, or remove the file.");
        }
        try {
            // Checked first, because createDirectories() rejects a link to a directory before Java 20.
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

    /** Removes temporary files that killed processes left. */
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

    /** Writes a new file and forces it to disk. */
    static void write(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    /** Forces the directory itself to disk: only then does the name of a new file survive. */
    void force() throws IOException {
        // Windows does not allow a directory to be opened; there, the file system's journal keeps the name.
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
