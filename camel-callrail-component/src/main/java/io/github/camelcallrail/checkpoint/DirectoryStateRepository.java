package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/**
 * State in a directory, one file for each key. A key is any text that is not null; setting null deletes it.
 *
 * <p>Once {@link #setState} has returned, the value outlives the process and, as far as the disk keeps its word, a loss of
 * power; on Windows the latter may bring back the value before it. A process killed while it writes leaves the old value,
 * never a part of the new one.
 *
 * <p>Thread-safe. Several repositories and processes may share a directory, and even a key: what was set last is kept, and
 * {@link #compareAndSetState} lets one of them at a time replace a value that it knows.
 * What cannot be read or written throws {@link UncheckedIOException}, whose message names the file and which of the two.
 */
public class DirectoryStateRepository implements CompareAndSetStateRepository {

    private static final int ATTEMPTS = 3;

    private final StateDirectory directory;

    /** @param directory need not exist before {@link #start} */
    public DirectoryStateRepository(Path directory) {
        this.directory = new StateDirectory(requireNonNull(directory, "directory is null"));
    }

    /**
     * Creates the directory and its parents where they are missing, and removes what killed processes left half written;
     * other files stay as they are.
     *
     * @throws IllegalStateException if the directory is a file, or may not be written to; the message says what to do
     * @throws UncheckedIOException if it cannot be created or read
     */
    @Override
    public void start() {
        directory.create();
        directory.removeTemporaryFiles();
    }

    /**
     * As {@link #start}, and makes sure that state can be kept here: writes a file as state is written, and removes it.
     *
     * @throws IllegalStateException as {@link #start}
     * @throws UncheckedIOException as {@link #start}, and if nothing can be written; the message says what to do
     */
    public void requireUsable() {
        start();
        Path probe = directory.path().resolve(StateFileName.of("probe-" + UUID.randomUUID()));
        try {
            replace(probe, ByteBuffer.allocate(1));
            directory.force();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The state directory " + directory.path()
                            + " cannot keep state. Let this process create, rename and delete files in it, or name another directory.",
                    e);
        } finally {
            remove(probe);
        }
    }

    private static void remove(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            // What cannot be removed cannot be replaced either, which is said where it matters.
            probe.toFile().deleteOnExit();
        }
    }

    /** Does nothing: whatever was set is on disk. */
    @Override
    public void stop() {}

    // One at a time, because Windows does not replace a file that is being read.
    @Override
    public synchronized void setState(String key, String value) {
        Path file = fileOf(key);
        try {
            if (value == null) {
                Files.deleteIfExists(file);
            } else {
                replace(file, StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value)));
            }
            directory.force();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the state file " + file, e);
        }
    }

    /**
     * Compares and sets under a lock of the directory, the file {@code .lock} in it, that all processes respect; on a network drive only
     * if its file system supports locks.
     *
     * @throws UncheckedIOException if it cannot be read, written or locked
     */
    @Override
    public synchronized boolean compareAndSetState(String key, String expected, String value) {
        requireNonNull(value, "value is null");
        try {
            return DirectoryLock.holding(directory.path(), () -> {
                if (!Objects.equals(expected, getState(key))) {
                    return false;
                }
                setState(key, value);
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the state directory " + directory.path(), e);
        }
    }

    /** @return null if the key is not there. A directory that has gone is an error, not an empty one */
    @Override
    public synchronized String getState(String key) {
        Path file = fileOf(key);
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(directory.path())) {
                return null;
            }
            throw unreadable(file, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Makes the complete new value the current one, in one step: the last before it is there. Anything thrown here that is
     * not an {@link IOException} leaves the directory as the death of the process at this point would.
     */
    protected void publish(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void replace(Path target, ByteBuffer content) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path temporary = StateFileName.temporaryFor(target);
            try {
                StateDirectory.write(temporary, content.duplicate());
                publish(temporary, target);
                return;
            } catch (NoSuchFileException e) {
                // Another repository, starting on this directory, may have taken the file for one left over.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (IOException e) {
                discard(temporary, e);
                throw e;
            }
        }
    }

    /** So that a full disk does not get fuller with each attempt. */
    private static void discard(Path temporary, IOException reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private Path fileOf(String key) {
        return directory.path().resolve(StateFileName.of(requireNonNull(key, "key is null")));
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException("Cannot read the state file " + file, cause);
    }
}
