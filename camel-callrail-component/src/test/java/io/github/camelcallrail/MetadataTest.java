package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.options.QueryOptionReader;
import io.github.camelcallrail.query.OptionRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.junit.jupiter.api.Test;

/** What tools read of the component without running it. */
class MetadataTest {

    private static final String SCHEMA = "/META-INF/io/github/camelcallrail/callrail.json";

    private static JsonNode read(String resource) throws IOException {
        try (InputStream stream = CallRailComponent.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return new ObjectMapper().readTree(stream);
        }
    }

    @Test
    void theCatalogueFindsTheSameSchema() throws IOException {
        assertThat(read("/org/apache/camel/catalog/components/callrail.json")).isEqualTo(read(SCHEMA));
    }

    @Test
    void everyQueryOptionCanBeSetOnTheEndpointAndOnTheComponent() throws IOException {
        JsonNode schema = read(SCHEMA);

        assertThat(OptionRules.OPTIONS).allSatisfy(option -> {
            assertThat(schema.at("/properties/" + option).isMissingNode()).isFalse();
            assertThat(schema.at("/componentProperties/" + option).isMissingNode())
                    .isFalse();
            assertThat(schema.at("/headers/" + QueryOptionReader.header(option)).isMissingNode())
                    .isFalse();
        });
    }

    @Test
    void theReportsAreOffered() throws IOException {
        List<String> offered = new ArrayList<>();
        read(SCHEMA).at("/properties/report/enum").forEach(name -> offered.add(name.asText()));

        List<String> paths = new ArrayList<>(ReportCatalogue.readableNames());
        paths.add(CallRailEventsEndpoint.PATH);
        assertThat(offered).isEqualTo(paths);
    }

    @Test
    void theKeyIsSecret() throws IOException {
        assertThat(read(SCHEMA).at("/properties/apiKey/secret").asBoolean()).isTrue();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory("callrail");
            assertThat(factory.secretPropertyNames()).contains("apiKey");
            assertThat(factory.multiValuePrefixes()).containsValue("filter.");
        }
    }

    @Test
    void timesAreDurations() throws IOException {
        for (String option : List.of("delay", "connectTimeout", "responseTimeout")) {
            assertThat(read(SCHEMA).at("/properties/" + option + "/type").asText())
                    .as(option)
                    .isEqualTo("duration");
        }
        assertThat(read(SCHEMA).at("/properties/delay/defaultValue").asText()).isEqualTo("900000");
    }
}
