package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every file that the component brings, from its jar, or where the build has not made that yet, from its directory. */
final class ComponentFiles {

    private static final String METADATA = "META-INF/native-image/io.github.camelcallrail/camel-callrail/";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ComponentFiles() {}

    /** What a file of that name tells native image. */
    static JsonNode metadata(String name) throws IOException, URISyntaxException {
        Map<String, byte[]> files = read();
        assertThat(files).containsKey(METADATA + name);
        return JSON.readTree(files.get(METADATA + name));
    }

    /** Each file, by its path from the root, with slashes. */
    static Map<String, byte[]> read() throws IOException, URISyntaxException {
        Path place = Path.of(CallRailComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(place)) {
            return below(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return below(jar.getPath("/"));
        }
    }

    /**
     * The classes that are named in the files of a directory, which ends with a slash, as Camel's service files name
     * them.
     */
    static Set<String> classesNamedBelow(String directory) throws IOException, URISyntaxException {
        Set<String> classes = new TreeSet<>();
        read().forEach((name, file) -> {
            if (name.startsWith(directory)) {
                new String(file, StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.strip().replaceFirst("^class=", ""))
                        .filter(line -> !line.isEmpty() && !line.contains("=") && !line.startsWith("#"))
                        .forEach(classes::add);
            }
        });
        return classes;
    }

    private static Map<String, byte[]> below(Path root) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
