package io.github.camelcallrail.springboot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.camel.util.StringHelper;

/** The metadata of the properties for editors, generated from the component's own metadata. */
final class ConfigurationMetadata {

    private static final String PREFIX = "camel.component.callrail.";
    private static final String SOURCE = "io.github.camelcallrail.CallRailComponent";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> BOXED = Map.of("boolean", "java.lang.Boolean", "long", "java.lang.Long");

    private ConfigurationMetadata() {}

    /** The component's options, by name. */
    static JsonNode options() throws IOException {
        try (InputStream json =
                ConfigurationMetadata.class.getResourceAsStream("/META-INF/io/github/camelcallrail/callrail.json")) {
            return JSON.readTree(json).get("componentProperties");
        }
    }

    static String property(String option) {
        return PREFIX + StringHelper.camelCaseToDash(option);
    }

    /** The expected content of the file. */
    static String text() throws IOException {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.putArray("groups")
                .addObject()
                .put("name", PREFIX.substring(0, PREFIX.length() - 1))
                .put("type", SOURCE)
                .put("sourceType", SOURCE);
        ArrayNode properties = metadata.putArray("properties");
        ArrayNode hints = metadata.putArray("hints");
        property(
                properties,
                PREFIX + "enabled",
                "java.lang.Boolean",
                "Whether these properties are applied. If not, the component uses its defaults.",
                JSON.getNodeFactory().booleanNode(true));
        property(
                properties,
                PREFIX + "customizer.enabled",
                "java.lang.Boolean",
                "Same as enabled. For all components, use camel.component.customizer.enabled.",
                JSON.getNodeFactory().booleanNode(true));
        options().properties().forEach(option -> {
            String name = property(option.getKey());
            JsonNode of = option.getValue();
            property(properties, name, type(of), of.get("description").asText(), of.get("defaultValue"));
            if (of.has("enum")) {
                ArrayNode values = hints.addObject().put("name", name).putArray("values");
                of.get("enum").forEach(value -> values.addObject().set("value", value));
            }
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(metadata) + "\n";
    }

    private static String type(JsonNode option) {
        String type = option.get("javaType").asText();
        // Camel parses durations such as 10s.
        return option.get("type").asText().equals("duration") ? "java.time.Duration" : BOXED.getOrDefault(type, type);
    }

    private static void property(
            ArrayNode properties, String name, String type, String description, JsonNode defaultValue) {
        ObjectNode property = properties.addObject();
        property.put("name", name);
        property.put("type", type);
        property.put("description", description);
        property.put("sourceType", SOURCE);
        if (defaultValue != null) {
            if (type.equals("java.time.Duration")) {
                property.put("defaultValue", defaultValue.asText() + "ms");
            } else {
                property.set("defaultValue", defaultValue);
            }
        }
    }

    /** The names of the properties in a file. */
    static Iterable<String> names(String text) throws IOException {
        return StreamSupport.stream(JSON.readTree(text).get("properties").spliterator(), false)
                .map(property -> property.get("name").asText())
                .toList();
    }
}
