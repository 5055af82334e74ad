package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A Kamelet of the component's jar, as tools read it. */
record KameletFile(String name, Map<String, Object> content) {

    static final List<String> NAMES = List.of("callrail-source", "callrail-action");

    static KameletFile of(String name) {
        String resource = "/kamelets/" + name + ".kamelet.yaml";
        try (InputStream stream = CallRailComponent.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            Object content = new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
            return new KameletFile(name, map(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at a path of keys. */
    Object at(String... path) {
        Object place = content;
        for (String key : path) {
            place = map(place).get(key);
            assertThat(place).as(name + " " + List.of(path)).isNotNull();
        }
        return place;
    }

    Map<String, Object> mapAt(String... path) {
        return map(at(path));
    }

    /** Property to its definition. */
    Map<String, Map<String, Object>> properties() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        mapAt("spec", "definition", "properties").forEach((property, it) -> properties.put(property, map(it)));
        return properties;
    }

    /** What the template gives to the {@code callrail:} endpoint. */
    Map<String, Object> parameters() {
        return Objects.requireNonNull(parametersIn(at("spec", "template")), "no callrail endpoint in " + name);
    }

    private static Map<String, Object> parametersIn(Object place) {
        Collection<?> below = List.of();
        if (place instanceof Map<?, ?> map) {
            if (String.valueOf(map.get("uri")).startsWith("callrail:")) {
                return map(map.get("parameters"));
            }
            below = map.values();
        } else if (place instanceof List<?> list) {
            below = list;
        }
        return below.stream()
                .map(KameletFile::parametersIn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
