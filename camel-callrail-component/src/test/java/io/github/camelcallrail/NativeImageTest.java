package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.api.management.ManagedResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the jar tells native image, which sees neither a class that only a file names, nor a file that only a class
 * names. No image is built here; what can be checked is that nothing is forgotten and nothing is out of date.
 */
class NativeImageTest {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    /** Read by tools and the class loader, never by the component or by Camel. */
    private static final String OTHER_FILES =
            ".+\\.class|META-INF/(MANIFEST\\.MF|jandex\\.idx|maven/.+|native-image/.+)" + "|(" + SERVICES
                    + ")?component\\.properties";

    private Map<String, byte[]> files;

    @BeforeEach
    void readFiles() throws Exception {
        files = ComponentFiles.read();
    }

    @Test
    void everyClassThatCamelMakesByItsNameHasItsConstructor() throws Exception {
        Set<String> made = ComponentFiles.classesNamedBelow(SERVICES);

        assertThat(made).hasSizeGreaterThanOrEqualTo(6).contains(CallRailComponent.class.getName());
        for (String name : made) {
            assertThat(reflection(name).at("/methods/0").toString())
                    .as(name)
                    .isEqualTo("{\"name\":\"<init>\",\"parameterTypes\":[]}");
        }
    }

    @Test
    void whatManagementAndRoutesAskByReflectionHasItsMethods() throws Exception {
        List<Class<?>> asked =
                new ArrayList<>(List.of(CallRailException.class, CallRailRecord.class, CallRailRecords.class));
        for (String name : files.keySet()) {
            if (name.endsWith(".class") && !name.endsWith("-info.class")) {
                Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
                if (type.isAnnotationPresent(ManagedResource.class)) {
                    asked.add(type);
                }
            }
        }

        assertThat(asked).contains(CallRailEndpoint.class);
        for (Class<?> type : asked) {
            assertThat(reflection(type.getName()).path("allPublicMethods").asBoolean())
                    .as(type.getName())
                    .isTrue();
        }
    }

    @Test
    void everyClassThatIsListedIsThere() throws Exception {
        Set<String> listed = new TreeSet<>();
        for (JsonNode entry : ComponentFiles.metadata("reflect-config.json")) {
            Class<?> type = Class.forName(entry.path("name").asText());
            assertThat(listed.add(type.getName())).as(type + " is there once").isTrue();
            if (entry.has("methods")) {
                Constructor<?> made = type.getDeclaredConstructor();
                assertThat(Modifier.isPublic(made.getModifiers()))
                        .as(made.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void everyFileThatIsReadIsAResource() throws Exception {
        List<Pattern> patterns = patterns();

        assertThat(files.keySet())
                .filteredOn(name -> !name.matches(OTHER_FILES))
                .allMatch(name -> patterns.stream().anyMatch(pattern -> matches(pattern, name)));
    }

    @Test
    void everyPatternIsOfAFile() throws Exception {
        assertThat(patterns()).isNotEmpty().allMatch(pattern -> files.keySet().stream()
                .anyMatch(name -> matches(pattern, name)));
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }

    private static List<Pattern> patterns() throws Exception {
        JsonNode includes = ComponentFiles.metadata("resource-config.json").at("/resources/includes");
        return includes.findValuesAsText("pattern").stream()
                .map(Pattern::compile)
                .toList();
    }

    private static JsonNode reflection(String className) throws Exception {
        for (JsonNode entry : ComponentFiles.metadata("reflect-config.json")) {
            if (entry.path("name").asText().equals(className)) {
                return entry;
            }
        }
        throw new AssertionError("reflect-config.json lacks " + className);
    }
}
