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
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Keeps state in a directory, one file per key. A key is any text except null; setting a value of null deletes the key.
 * The files of listable keys are in a subdirectory, those of other keys in the directory itself.
 *
 * <p>Once {@link #setState} has returned, the value survives the end of the process and, if the disk honours flushes, a
 * power failure; on Windows a power failure may restore the previous value. A process killed while writing leaves the
 * old value, never a part of the new one.
 *
 * <p>Thread-safe. Several repositories and processes may share a directory, and even a key: the value set last is kept,
 * and {@link #compareAndSetState} lets only one of them replace a value it knows. Failures to read or write throw
 * {@link UncheckedIOException}; its message names the operation and the file.
 */
public class DirectoryStateRepository implements ListableStateRepository {

    private static final int ATTEMPTS = 3;

    private final StateDirectory directory;
    private final ListedFiles listed;
    private boolean started;

    /** @param directory need not exist before {@link #start} */
    public DirectoryStateRepository(Path directory) {
        this.directory = new StateDirectory(requireNonNull(directory, "directory is null"));
        this.listed = new ListedFiles(this.directory);
    }

    /**
     * Creates the directory and its parents if they are missing. The first time, it also removes temporary files that
     * killed processes left; other files are untouched.
     *
     * @throws IllegalStateException if the directory is a file or is not writable; the message says what to do
     * @throws UncheckedIOException if it cannot be created or read
     */
    // Synchronized, so that it does not remove the file that another thread is writing.
    @Override
    public synchronized void start() {
        directory.create();
        if (!started) {
            directory.removeTemporaryFiles();
            listed.removeTemporaryFiles();
            started = true;
        }
    }

    /**
     * Does what {@link #start} does, and checks that state can be kept here: writes a file in the way state is written,
     * and removes it.
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
            // If it cannot be removed, it cannot be replaced either, and writing state reports that.
            probe.toFile().deleteOnExit();
        }
    }

    /** Does nothing: every value that was set is on disk. */
    @Override
    public void stop() {}

    // Synchronized, because Windows does not replace a file that is being read.
    @Override
    public synchronized void setState(String key, String value) {
        Path file = fileOf(key);
        try {
            if (value == null) {
                delete(file);
                return;
            }
            ByteBuffer content = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            listed.createParents(file);
            replace(file, content);
            force(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the state file " + file, e);
        }
    }

    /**
     * Compares and sets while holding a lock on the file {@code .lock} in the directory, which all processes respect;
     * on a network drive only if its file system supports locks.
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

    /** @return null if there is no such key. A directory that no longer exists is an error, not an empty directory */
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

    /** @throws UncheckedIOException if the directory cannot be read */
    @Override
    public List<String> keys(String prefix, String after, int most) {
        ListableKey.requirePrefix(prefix);
        try {
            return KeyPage.of(listed.keys(prefix), after, most);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the state directory " + directory.path(), e);
        }
    }

    /** @throws UncheckedIOException if the file cannot be renamed */
    @Override
    public synchronized boolean renameState(String key, String newKey) {
        Path from = fileOf(key);
        Path to = fileOf(newKey);
        try {
            if (!Files.exists(from)) {
                return false;
            }
            listed.createParents(to);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            force(to);
            force(from);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rename the state file " + from + " to " + to, e);
        }
    }

    /**
     * Makes the complete new value the current one, in one step, the last step of writing. Anything thrown here other
     * than an {@link IOException} leaves the directory as if the process had died at this point.
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
                // Another repository that starts on this directory may have removed the file as left over.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (IOException e) {
                discard(temporary, e);
                throw e;
            }
        }
    }

    private void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        if (Files.isDirectory(file.getParent()) || !Files.isDirectory(directory.path())) {
            force(file);
        }
    }

    /** Forces the name of a file to disk. */
    private static void force(Path file) throws IOException {
        new StateDirectory(file.getParent()).force();
    }

    /** Removes the file, so that a full disk does not fill further with each attempt. */
    private static void discard(Path temporary, IOException reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private Path fileOf(String key) {
        return ListableKey.is(requireNonNull(key, "key is null"))
                ? listed.of(key)
                : directory.path().resolve(StateFileName.of(key));
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException("Cannot read the state file " + file, cause);
    }
}
