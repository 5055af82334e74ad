package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStateRepositoryTest extends ListableContract {

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void nameDirectory() {
        directory = parent.resolve("not/yet/there");
    }

    @Override
    DirectoryStateRepository repository() {
        return new DirectoryStateRepository(directory);
    }

    @Override
    List<String> keysOnlySomeAllow() {
        return List.of("k".repeat(5_000), "", "\0");
    }

    @Test
    void filesAreNamedForPeople() throws IOException {
        DirectoryStateRepository repository = started();
        repository.setState("calls?accountId=ACC 1/é", "one");
        repository.setState("k".repeat(100), "two");

        assertThat(fileNames())
                .containsExactly(
                        "calls_accountId_ACC_1__-a569ab466680b5f1.state", "k".repeat(80) + "-e37c7cb78ccb30f0.state");
    }

    @Test
    void noTwoKeysShareAFileWhereCaseIsIgnored() {
        assertThat(SIMILAR_KEYS.stream().map(StateFileName::of).map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9._-]{1,105}"));
    }

    @Test
    void aValueThatIsNoTextIsRefusedAndLeavesTheOldOne() {
        DirectoryStateRepository repository = started();
        repository.setState("key", "old");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> repository.setState("key", "half \ud83d"));
        assertThat(repository.getState("key")).isEqualTo("old");
    }

    @Test
    void aProcessKilledBeforeTheLastStepLeavesTheOldValue() throws IOException {
        started().setState("key", "old");
        DirectoryStateRepository killed = new DirectoryStateRepository(directory) {
            @Override
            protected void publish(Path temporary, Path target) {
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> killed.setState("key", "new")).isInstanceOf(Killed.class);
        Path other = Files.writeString(directory.resolve("notes.tmp"), "somebody else's");
        assertThat(fileNames()).hasSize(3);

        DirectoryStateRepository next = started();

        assertThat(next.getState("key")).isEqualTo("old");
        assertThat(fileNames()).hasSize(2).contains(other.getFileName().toString());
    }

    @Test
    void filesOfListableKeysAreNamedByTheKey() throws IOException {
        DirectoryStateRepository repository = started();
        repository.setState("inbox/a/1-b", "value");
        repository.setState("inbox", "not listable");

        assertThat(directory.resolve("inbox/a/1-b.state")).hasContent("value");
        assertThat(fileNames()).hasSize(2).anyMatch(name -> name.matches("inbox-[0-9a-f]{16}\\.state"));
    }

    @Test
    void halfWrittenListableKeysAreNeitherListedNorKept() throws IOException {
        started().setState("inbox/a/1", "value");
        DirectoryStateRepository killed = new DirectoryStateRepository(directory) {
            @Override
            protected void publish(Path temporary, Path target) {
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> killed.setState("inbox/a/2", "new")).isInstanceOf(Killed.class);
        Path inbox = directory.resolve("inbox/a");
        Path other = Files.writeString(inbox.resolve("notes.tmp"), "somebody else's");
        Files.writeString(inbox.resolve("Notes.state"), "somebody else's");
        Files.writeString(inbox.resolve("notes"), "somebody else's");
        assertThat(inbox.toFile().list()).hasSize(5);
        assertThat(killed.keys("inbox/", 100)).containsExactly("inbox/a/1");

        assertThat(started().keys("inbox/", 100)).containsExactly("inbox/a/1");
        assertThat(inbox.toFile().list()).hasSize(4);
        assertThat(other).exists();
    }

    @Test
    void aDirectoryThatHasGoneCannotBeListed() throws IOException {
        DirectoryStateRepository repository = started();
        Files.delete(directory);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> repository.keys("inbox/a/", 1))
                .withMessage("Cannot list the state directory " + directory);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> repository.setState("inbox/a/1", "value"));
        assertThat(directory).doesNotExist();
    }

    @Test
    void aValueThatCannotBeReadCanBeMoved() throws IOException {
        DirectoryStateRepository repository = started();
        repository.setState("inbox/a/1", "value");
        Files.write(directory.resolve("inbox/a/1.state"), new byte[] {(byte) 0xff});

        assertThat(repository.renameState("inbox/a/1", "inbox/damaged/1")).isTrue();

        assertThat(directory.resolve("inbox/damaged/1.state")).hasBinaryContent(new byte[] {(byte) 0xff});
        assertThat(repository.keys("inbox/a/", 1)).isEmpty();
    }

    @Test
    void aWriteThatFailsIsNamedAndLeavesNothingBehind() throws IOException {
        started().setState("key", "old");
        DirectoryStateRepository full = new DirectoryStateRepository(directory) {
            @Override
            protected void publish(Path temporary, Path target) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> full.setState("key", "new"))
                .withMessageStartingWith("Cannot write the state file " + directory.resolve("key-"))
                .havingCause()
                .withMessage("no space left");
        assertThat(full.getState("key")).isEqualTo("old");
        assertThat(fileNames()).hasSize(1);
    }

    @Test
    void isWrittenAgainWhenAnotherThatStartsTookTheFileForALeftOver() {
        DirectoryStateRepository disturbed = new DirectoryStateRepository(directory) {
            private boolean done;

            @Override
            protected void publish(Path temporary, Path target) throws IOException {
                if (!done) {
                    done = true;
                    started();
                }
                super.publish(temporary, target);
            }
        };
        disturbed.start();

        disturbed.setState("key", "value");

        assertThat(disturbed.getState("key")).isEqualTo("value");
    }

    @Test
    void startingItAgainLeavesTheFilesThatItsOtherThreadsWrite() {
        List<Boolean> kept = new ArrayList<>();
        DirectoryStateRepository shared = new DirectoryStateRepository(directory) {
            @Override
            protected void publish(Path temporary, Path target) throws IOException {
                start();
                kept.add(Files.exists(temporary));
                super.publish(temporary, target);
            }
        };
        shared.start();

        shared.setState("key", "value");

        assertThat(kept).containsExactly(true);
    }

    @Test
    void aDirectoryThatIsAFileIsRefused() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "");

        assertThatIllegalStateException()
                .isThrownBy(this::started)
                .withMessage("The state directory " + directory + " is a file. Name a directory, or remove the file.");
    }

    @Test
    void aParentThatIsAFileIsRefused() throws IOException {
        Files.writeString(parent.resolve("not"), "");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(this::started)
                .withMessage("Cannot create the state directory " + directory
                        + ". Create it and let this process write to it, or name another directory.");
    }

    /** The file system of the JDK's own classes can be written to by nobody, not even by root. */
    @Test
    void aDirectoryThatCannotBeWrittenToIsRefused() {
        Path readOnly = Path.of(URI.create("jrt:/java.base"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new DirectoryStateRepository(readOnly).start())
                .withMessage("The state directory " + readOnly
                        + " cannot be written to. Let this process write to it, or name another directory.");
    }

    @Test
    void aLinkToADirectoryWillDo() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), Files.createDirectory(parent.resolve("real")));
        DirectoryStateRepository repository = new DirectoryStateRepository(link);
        repository.start();

        repository.setState("key", "value");

        assertThat(repository.getState("key")).isEqualTo("value");
    }

    @Test
    void aDirectoryThatHasGoneIsNoEmptyOne() throws IOException {
        DirectoryStateRepository repository = started();
        Files.delete(directory);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> repository.getState("key"))
                .withMessageStartingWith("Cannot read the state file " + directory.resolve("key-"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> repository.setState("key", "value"))
                .withMessageStartingWith("Cannot write the state file " + directory.resolve("key-"))
                .withCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        DirectoryStateRepository repository = started();
        repository.setState("key", "value");
        Path file = directory.resolve(fileNames().get(0));
        Files.write(file, new byte[] {(byte) 0xff});

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> repository.getState("key"))
                .withMessage("Cannot read the state file " + file);
    }

    @Override
    DirectoryStateRepository started() {
        DirectoryStateRepository repository = repository();
        repository.start();
        return repository;
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Killed extends Error {}
}
