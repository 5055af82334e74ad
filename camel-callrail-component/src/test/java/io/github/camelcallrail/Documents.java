package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The project's documents as tests read them. */
public final class Documents {

    private Documents() {}

    /** A file by its path from the project's root, wherever below it the tests are run. */
    public static String read(String path) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("CONTRIBUTING.adoc"))) {
            directory = directory.getParent();
        }
        try {
            return Files.readString(directory.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands between the tags of that name. */
    public static String tagged(String document, String tag) {
        Matcher matcher = Pattern.compile("// tag::" + tag + "\\[\\]\n(.*)// end::" + tag + "\\[\\]", Pattern.DOTALL)
                .matcher(document);
        assertThat(matcher.find()).as("tag " + tag).isTrue();
        return matcher.group(1);
    }

    /** The code blocks of that language. */
    public static List<String> blocks(String document, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\[source," + language + "]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(document);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** The rows of a table without its head, each as its cells. */
    public static List<List<String>> rows(String table) {
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::trim)
                        .toList())
                .toList();
    }

    /** What is written as code in a cell. */
    public static List<String> codes(String cell) {
        return Pattern.compile("`([^`]*)`")
                .matcher(cell)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
