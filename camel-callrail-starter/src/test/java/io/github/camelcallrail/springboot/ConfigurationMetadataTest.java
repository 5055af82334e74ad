package io.github.camelcallrail.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The metadata for editors contains exactly the properties in the component's metadata. */
class ConfigurationMetadataTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

    @Test
    void theFileIsWhatTheComponentSays() throws IOException {
        String expected = ConfigurationMetadata.text();
        if (Boolean.getBoolean("metadata.write")) {
            Files.writeString(FILE, expected);
        }

        assertThat(Files.readString(FILE))
                .as("outdated; run: mvn test -pl :camel-callrail-starter -am -Dmetadata.write=true"
                        + " -Dtest=ConfigurationMetadataTest -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(expected);
    }

    @Test
    void everyOptionIsThere() throws IOException {
        Iterable<String> names = ConfigurationMetadata.names(Files.readString(FILE));

        ConfigurationMetadata.options().fieldNames().forEachRemaining(option -> assertThat(names)
                .contains(ConfigurationMetadata.property(option)));
    }
}
