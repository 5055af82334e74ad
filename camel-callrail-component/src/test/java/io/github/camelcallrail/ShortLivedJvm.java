package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.camel.util.FileUtil;

/**
 * How tests start a JVM that ends soon. Most of its life is to load classes, so it does that from an archive, which the
 * first one that a process of tests starts has to wait for.
 */
public final class ShortLivedJvm {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Made when it is first needed, and deleted when this process ends. */
    private static final class Archive {
        static final Path DIRECTORY = directory();
        static final String CLASS_PATH = jars();
        static final List<String> OPTIONS = options();
    }

    private ShortLivedJvm() {}

    /** The command that runs a class with further options of the JVM, to which its arguments are to be added. */
    public static List<String> command(List<String> options, Class<?> main) {
        return java(Stream.concat(Archive.OPTIONS.stream(), options.stream()), main);
    }

    private static List<String> java(Stream<String> options, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options.toList());
        command.addAll(List.of("-cp", Archive.CLASS_PATH, main.getName()));
        return command;
    }

    /** Loads most classes of a consumer, in the JVM that makes the archive. */
    public static void main(String[] arguments) throws Exception {
        Instant now = Instant.parse("2026-03-15T16:30:20Z");
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
                CallRailContext context = new CallRailContext(sandbox, new SettableClock(now))) {
            sandbox.data().generate("calls", 3, now.minus(Duration.ofDays(1)), now);
            context.poll("callrail:calls?incremental=true&stateKey=archive&timeZone=UTC&accountId=%s&stateDirectory=%s"
                    .formatted(sandbox.accountId(), arguments[0]));
        }
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("classes");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtil.removeDir(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options to load classes from the archive; none where the JVM makes no archive of this class path. */
    private static List<String> options() {
        Path file = Archive.DIRECTORY.resolve("classes.jsa");
        Path output = Archive.DIRECTORY.resolve("output");
        List<String> command = java(Stream.of("-XX:ArchiveClassesAtExit=" + file), ShortLivedJvm.class);
        command.add(Archive.DIRECTORY.resolve("state").toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (Files.exists(file)) {
                return List.of("-XX:SharedArchiveFile=" + file);
            }
            System.err.println(
                    "Other JVMs start more slowly, without an archive of classes: " + Files.readString(output));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The class path of this process, with jars in place of directories, from which a JVM archives no class. */
    private static String jars() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jar(path, jars.size()).toString());
            } else if (Files.exists(path)) {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path directory, int number) {
        Path jar = Archive.DIRECTORY.resolve(number + ".jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> walked = Files.walk(directory)) {
            for (Path file : walked.filter(Files::isRegularFile).sorted().toList()) {
                output.putNextEntry(
                        new JarEntry(directory.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, output);
                output.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
