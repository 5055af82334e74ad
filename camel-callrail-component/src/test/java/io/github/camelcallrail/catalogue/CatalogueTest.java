package io.github.camelcallrail.catalogue;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.CallRailEndpoint;
import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.sandbox.SandboxEndpoint;
import io.github.camelcallrail.sandbox.SandboxEndpoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue and the sandbox's table were written apart from the same documentation; here they are held against each
 * other.
 */
class CatalogueTest {

    /** Options whose parameter the sandbox knows by its name alone, not as a filter. */
    private static final List<String> NOT_FILTERS = List.of("search", "sort", "order", "groupBy", "interval");

    static Stream<Report> reports() {
        return ReportCatalogue.all().stream();
    }

    @Test
    void theSandboxKnowsTheSameReports() {
        assertThat(ReportCatalogue.names())
                .containsExactlyInAnyOrderElementsOf(SandboxEndpoints.all().stream()
                        .map(SandboxEndpoint::report)
                        .toList());
    }

    @Test
    void theEndpointOffersTheReportsOfTheCatalogueInItsOrder() throws NoSuchFieldException {
        String offered = CallRailEndpoint.class
                .getDeclaredField("report")
                .getAnnotation(UriPath.class)
                .enums();
        List<String> paths = new ArrayList<>(ReportCatalogue.readableNames());
        paths.add("events");
        assertThat(Arrays.asList(offered.split(","))).isEqualTo(paths);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void pathAndListAreTheSame(Report report) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report.name());
        assertThat(endpoint.path()).isEqualTo(report.path());
        if (report.paged()) {
            assertThat(endpoint.arrayKey()).isEqualTo(report.arrayKey());
            assertThat(endpoint.maxPageSize()).isEqualTo(report.maxPageSize());
        }
        assertThat(endpoint.paged()).isEqualTo(report.paged());
        assertThat(endpoint.relativePaging()).isEqualTo(report.relativePaging());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void fieldsAreTheSame(Report report) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report.name());
        Fields fields = report.fields();
        assertThat(endpoint.fieldRule().name()).isEqualTo(fields.rule().name());
        assertThat(endpoint.defaultFields())
                .containsExactlyInAnyOrderElementsOf(fields.byDefault().stream()
                        .filter(field -> !field.onlyInWrites())
                        .map(Field::name)
                        .toList());
        assertThat(endpoint.requestableFields()).containsExactlyInAnyOrderElementsOf(fields.onRequest());
        assertThat(endpoint.acceptedFields()).containsExactlyInAnyOrderElementsOf(fields.accepted());
        if (report.paged()) {
            // Other fields that come unasked are documented.
            assertThat(endpoint.unaskedFields())
                    .filteredOn(field -> !fields.known().contains(field))
                    .containsExactlyInAnyOrderElementsOf(fields.unasked());
        }
        assertThat(endpoint.refusedFields())
                .containsExactlyInAnyOrderElementsOf(fields.rejected().keySet());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void versionTwoHasTheSame(Report report) {
        assertThat(SandboxEndpoints.of(report.name()).inVersion2()).isEqualTo(!report.is(Mark.ONLY_IN_VERSION_3));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatCanBeAskedIsTheSame(Report report) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report.name());
        Map<String, List<String>> filters = report.parameters().stream()
                .filter(parameter -> !NOT_FILTERS.contains(parameter.option()))
                .collect(toMap(parameter -> parameter.name().replace("[]", ""), Parameter::values));
        assertThat(endpoint.filters()).isEqualTo(filters);
        assertThat(endpoint.sortFields()).containsExactlyInAnyOrderElementsOf(values(report, "sort"));
        assertThat(endpoint.groupings()).containsExactlyInAnyOrderElementsOf(values(report, "groupBy"));
        assertThat(endpoint.intervals()).containsExactlyInAnyOrderElementsOf(values(report, "interval"));
        assertThat(!endpoint.searchFields().isEmpty())
                .isEqualTo(report.parameter("search").isPresent());
        assertThat(endpoint.requiredParameters())
                .containsExactlyInAnyOrderElementsOf(report.parameters().stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void datesAreTheSame(Report report) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report.name());
        assertThat(endpoint.dated()).isEqualTo(report.precision().isPresent());
        if (report.paged()) {
            assertThat(endpoint.timeField()).isEqualTo(report.timeField().orElse(null));
        }
        report.order().ifPresent(order -> assertThat(endpoint.sortFields()).contains(order.field()));
    }

    @Test
    void everyParameterIsNamedOnce() {
        assertThat(ReportCatalogue.all()).allSatisfy(report -> assertThat(report.parameters().stream()
                        .map(Parameter::option)
                        .collect(toMap(Function.identity(), Function.identity())))
                .isNotNull());
    }

    private static List<String> values(Report report, String option) {
        return report.parameter(option).map(Parameter::values).orElse(List.of());
    }
}
