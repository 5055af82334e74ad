package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** Filters as a route in YAML has them. */
class YamlFiltersTest extends SandboxTest {

    /** Not as a YAML list among the parameters: Camel's YAML takes plain values there only. */
    @Test
    void severalValuesOfAFilterAreRepeatedInTheUriOfAYamlRoute() throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("tags.yaml", """
                - from:
                    uri: direct:tags
                    steps:
                      - to:
                          uri: callrail:calls?timeZone=UTC&accountId=%s&filter.tags=A and B&filter.tags=C,D
                """.formatted(account())));

        requested("direct:tags", Map.of());

        assertThat(latestQuery()).containsEntry("tags[]", "A and B and C,D");
    }
}
