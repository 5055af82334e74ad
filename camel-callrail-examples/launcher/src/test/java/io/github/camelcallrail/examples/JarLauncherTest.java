package io.github.camelcallrail.examples;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The environment of an example that is a jar. */
@Timeout(60)
class JarLauncherTest {

    @TempDir
    Path directory;

    @Test
    void theJarFindsASandboxInItsEnvironment() {
        assertThatCode(() -> JarLauncher.run(new String[] {jarOf(Connected.class)}))
                .doesNotThrowAnyException();
    }

    @Test
    void aJarThatFailsIsAFailure() {
        assertThatThrownBy(() -> JarLauncher.run(new String[] {jarOf(Failing.class)}))
                .hasMessage("The example ended with exit code 3");
        assertThatThrownBy(() -> JarLauncher.run(new String[0])).hasMessageStartingWith("Usage");
    }

    @Test
    void theJvmGetsItsOptions() {
        assertThatCode(() -> JarLauncher.run(jarOf(WithSerialCollector.class), "-XX:+UseSerialGC"))
                .doesNotThrowAnyException();
    }

    private String jarOf(Class<?> main) throws IOException {
        Path jar = directory.resolve("example.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String file = main.getName().replace('.', '/') + ".class";
        try (InputStream code = main.getClassLoader().getResourceAsStream(file);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry(file));
            code.transferTo(entries);
        }
        return jar.toString();
    }

    /** An example that sends a request to the sandbox, and fails if it cannot. */
    public static final class Connected {
        private Connected() {}

        public static void main(String[] args) throws IOException {
            URLConnection accounts = new URL(System.getenv("CALLRAIL_BASE_URL") + "/v3/a.json").openConnection();
            accounts.setRequestProperty("Authorization", "Token token=\"" + System.getenv("CALLRAIL_API_KEY") + '"');
            accounts.getInputStream().close();
        }
    }

    /** An example that fails. */
    public static final class Failing {
        private Failing() {}

        public static void main(String[] args) {
            System.exit(3);
        }
    }

    /** An example that fails unless it has the collector of the option. */
    public static final class WithSerialCollector {
        private WithSerialCollector() {}

        public static void main(String[] args) {
            boolean serial = ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .anyMatch(collector -> collector.getName().equals("MarkSweepCompact"));
            System.exit(serial ? 0 : 4);
        }
    }
}
