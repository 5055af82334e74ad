package io.github.camelcallrail.springboot;

import io.github.camelcallrail.CallRailComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** The options of the component, read from the metadata in its jar. */
final class ComponentOptions {

    private static final String METADATA = "/META-INF/io/github/camelcallrail/callrail.json";

    private ComponentOptions() {}

    /** The name of the Java type of each option, by option name. */
    static Map<String, String> read() {
        try (InputStream json = CallRailComponent.class.getResourceAsStream(METADATA)) {
            JsonObject metadata = (JsonObject) Jsoner.deserialize(new InputStreamReader(json, StandardCharsets.UTF_8));
            Map<String, JsonObject> properties = metadata.getMap("componentProperties");
            Map<String, String> types = new LinkedHashMap<>();
            properties.forEach((option, of) -> types.put(option, of.getString("javaType")));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DeserializationException e) {
            throw new IllegalStateException(METADATA + " in the jar of camel-callrail is not JSON", e);
        }
    }
}
