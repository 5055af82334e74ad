package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.catalogue.Operation;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets say what the component does, and follow the conventions by which tools find and show them. */
class KameletFileTest {

    private static final String ANNOTATION = "camel.apache.org/";

    /** A + or & in the value would be taken for a part of the URI. */
    private static final Set<String> MAY_HOLD_ANYTHING = Set.of(
            "startDate",
            "endDate",
            "timeZone",
            "search",
            "filter.tags",
            "filter.email",
            "filter.form_URL",
            "stateDirectory",
            "stateKey");

    static Stream<KameletFile> kamelets() {
        return KameletFile.NAMES.stream().map(KameletFile::of);
    }

    private static JsonNode options() throws IOException {
        try (InputStream schema =
                CallRailComponent.class.getResourceAsStream("/META-INF/io/github/camelcallrail/callrail.json")) {
            return new ObjectMapper().readTree(schema).get("properties");
        }
    }

    /** What a Kamelet reads: a consumer reads no children, and a file is not JSON. */
    private static List<Report> reports(KameletFile kamelet) {
        return kamelet.name().equals("callrail-source")
                ? ReportCatalogue.all()
                : ReportCatalogue.readable().stream()
                        .filter(report -> !ReportCatalogue.files().contains(report))
                        .toList();
    }

    /** Filter, as an option, to its values; none where any text will do. */
    private static Map<String, Set<String>> filters(KameletFile kamelet) {
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        reports(kamelet).stream()
                .flatMap(report -> report.parameters().stream())
                .filter(parameter -> parameter.option().startsWith(Parameter.FILTER_PREFIX))
                .forEach(parameter -> filters.computeIfAbsent(parameter.option(), option -> new LinkedHashSet<>())
                        .addAll(parameter.values()));
        return filters;
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyIsAnOptionWithItsValuesAndDefault(KameletFile kamelet) throws IOException {
        JsonNode options = options();
        kamelet.properties().forEach((name, property) -> {
            if (name.startsWith(Parameter.FILTER_PREFIX)) {
                return;
            }
            JsonNode option = options.get(name);
            assertThat(option).as("option " + name).isNotNull();
            List<String> values = new ArrayList<>();
            option.path("enum").forEach(value -> values.add(value.asText()));
            if (name.equals("report")) {
                values.retainAll(reports(kamelet).stream().map(Report::name).toList());
            }
            if (name.equals("operation")) {
                values.remove(Operation.DOWNLOAD.text());
                values.remove(Operation.REFRESH.text());
            }
            assertThat(property.getOrDefault("enum", List.of()))
                    .as("values of " + name)
                    .isEqualTo(values);
            if (property.containsKey("default")) {
                assertThat(property.get("default"))
                        .as("default of " + name)
                        .hasToString(option.get("defaultValue").asText());
            }
            assertThat("password".equals(property.get("format")))
                    .as(name + " is secret")
                    .isEqualTo(option.path("secret").asBoolean());
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyFilterIsAPropertyWithItsValues(KameletFile kamelet) {
        Map<String, Set<String>> offered = new LinkedHashMap<>();
        kamelet.properties().forEach((name, property) -> {
            if (name.startsWith(Parameter.FILTER_PREFIX)) {
                Set<String> values = new LinkedHashSet<>();
                ((List<?>) property.getOrDefault("enum", List.of())).forEach(value -> values.add((String) value));
                offered.put(name, values);
            }
        });

        assertThat(offered).isEqualTo(filters(kamelet));
    }

    /** Nineteen reports; the action also the children of one record, and the check of a key. */
    @ParameterizedTest
    @CsvSource({"callrail-source, 19, 'integrations,integration-filters'", "callrail-action, 24, 'lead-timeline,check'"
    })
    void itOffersWhatItCanRead(String name, int count, String last) {
        KameletFile kamelet = KameletFile.of(name);

        assertThat(kamelet.properties().get("report").get("enum"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyElementsOf(
                        reports(kamelet).stream().map(Report::name).toList())
                .hasSize(count)
                .endsWith(last.split(","));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyIsPassedOnUnderItsNameAndNothingElseIs(KameletFile kamelet) {
        Map<String, Object> expected = new LinkedHashMap<>();
        kamelet.properties()
                .forEach((name, property) ->
                        expected.put(name, "{{" + (property.containsKey("default") ? "" : "?") + name + "}}"));
        expected.replaceAll(
                (name, value) -> MAY_HOLD_ANYTHING.contains(name) || name.startsWith(Parameter.FILTER_PREFIX)
                        ? "RAW(" + value + ")"
                        : value);
        expected.remove("report");
        if (kamelet.name().equals("callrail-source")) {
            expected.put("splitResults", true);
        } else {
            expected.put("outputType", "list");
        }

        assertThat(kamelet.parameters()).isEqualTo(expected);
    }

    /** Whatever the component sets a default for must be left to it. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void nothingThatCanBeSetForTheWholeApplicationHasADefault(KameletFile kamelet) {
        assertThat(kamelet.properties())
                .allSatisfy((name, property) ->
                        assertThat(property.containsKey("default")).as(name).isEqualTo(name.equals("delay")));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyHasWhatAFormShows(KameletFile kamelet) {
        assertThat(kamelet.properties())
                .allSatisfy((name, property) -> assertThat(property).containsKeys("title", "description", "type"));
        assertThat(kamelet.at("spec", "definition", "required")).isEqualTo(List.of("report"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void theJarOfThisVersionIsADependency(KameletFile kamelet) {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Documents.read("pom.xml"));
        assertThat(version.find()).isTrue();

        assertThat(kamelet.at("spec", "dependencies"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("camel:kamelet", "mvn:io.github.camelcallrail:camel-callrail:" + version.group(1));
        assertThat(kamelet.mapAt("metadata", "annotations"))
                .containsEntry(ANNOTATION + "catalog.version", version.group(1));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void catalogueConventionsAreKept(KameletFile kamelet) {
        String type = kamelet.name().substring("callrail-".length());

        assertThat(kamelet.content())
                .containsEntry("apiVersion", "camel.apache.org/v1")
                .containsEntry("kind", "Kamelet");
        assertThat(kamelet.at("metadata", "name")).isEqualTo(kamelet.name());
        assertThat(kamelet.mapAt("metadata", "labels")).containsEntry(ANNOTATION + "kamelet.type", type);
        assertThat(kamelet.mapAt("metadata", "annotations"))
                .containsKeys(
                        ANNOTATION + "kamelet.support.level",
                        ANNOTATION + "provider",
                        ANNOTATION + "kamelet.group",
                        ANNOTATION + "kamelet.namespace");
        String icon = (String) kamelet.mapAt("metadata", "annotations").get(ANNOTATION + "kamelet.icon");
        assertThat(new String(
                        Base64.getDecoder().decode(icon.replace("data:image/svg+xml;base64,", "")),
                        StandardCharsets.UTF_8))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .endsWith("</svg>");
    }
}
