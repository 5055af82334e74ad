package io.github.camelcallrail.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on Quarkus matches the example, so what it shows is tested. */
class QuarkusPageTest {

    private static final Pattern BLOCK = Pattern.compile("\\[source,(\\w+)]\n----\n(.*?)\n----", Pattern.DOTALL);

    private final String page = read("../../docs/modules/ROOT/pages/quarkus.adoc");
    private final String pom = read("pom.xml");

    @Test
    void itsPropertiesAreThoseOfTheExample() {
        assertThat(read("src/main/resources/application.properties").lines())
                .containsAll(block("properties").lines().toList());
    }

    @Test
    void itsDependenciesAreThoseOfTheExample() {
        assertThat(artifacts(pom)).containsAll(artifacts(block("xml")));
        assertThat(artifacts(block("xml"))).hasSize(3);
    }

    @Test
    void itsVersionsAreThoseOfTheExample() {
        assertThat(page)
                .contains("Quarkus " + property("quarkus.version") + " with")
                .contains("Camel Quarkus " + property("camel-quarkus.version") + ",");
    }

    private String block(String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .findFirst()
                .orElseThrow();
    }

    private String property(String name) {
        Matcher matcher = Pattern.compile("<" + name + ">(.*)</" + name + ">").matcher(pom);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    private static List<String> artifacts(String xml) {
        return Pattern.compile("<groupId>(.*)</groupId>\\s*<artifactId>(.*)</artifactId>")
                .matcher(xml)
                .results()
                .map(artifact -> artifact.group(1) + ':' + artifact.group(2))
                .toList();
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
