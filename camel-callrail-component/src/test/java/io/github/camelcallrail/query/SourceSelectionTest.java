package io.github.camelcallrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options accountId and companyId select one source or several. */
class SourceSelectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -           | -
            ACC1        | -
            ACC1        | COM1
            -           | COM1
            """)
    void oneOfEachIsNoSelection(String accounts, String companies) {
        assertThat(selection(accounts, companies)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            *           | -             | all        | none
            ' * '       | -             | all        | none
            ACC1,ACC2   | -             | ACC1 ACC2  | none
            ACC2, ACC1  | -             | ACC2 ACC1  | none
            ACC1,ACC1   | -             | ACC1       | none
            ACC1        | *             | ACC1       | all
            -           | *             | none       | all
            -           | COM2,COM1     | none       | COM2 COM1
            *           | COM1          | all        | COM1
            *           | *             | all        | all
            """)
    void severalAreSelectedByAListOrAnAsterisk(
            String accounts, String companies, String expectedAccounts, String expectedCompanies) {
        SourceSelection selection = selection(accounts, companies).orElseThrow();

        assertThat(described(selection.accounts())).isEqualTo(expectedAccounts);
        assertThat(described(selection.companies())).isEqualTo(expectedCompanies);
    }

    @Test
    void severalValuesOfAHeaderAreAListToo() {
        SourceSelection selection = SourceSelection.of(
                        new QueryOptions(Map.of("accountId", List.of("ACC1", "ACC2,ACC3"))))
                .orElseThrow();

        assertThat(described(selection.accounts())).isEqualTo("ACC1 ACC2 ACC3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACC1,       | lists an empty id
            ,           | lists an empty id
            ACC1,*      | lists ids and *
            ACC1,A C    | cannot be 'A C'
            ACC1,../b   | cannot be '../b'
            """)
    void anythingElseIsRejected(String accounts, String message) {
        assertThatThrownBy(() -> selection(accounts, null)).hasMessageContaining(message);
    }

    @Test
    void thePlanOfASourceIsThatOfAnEndpointWithThatAccountAndCompany() {
        ReportPlan several =
                plan(Map.of("accountId", "*", "companyId", "*", "search", "x", "filter.direction", "inbound"));
        ReportPlan one =
                plan(Map.of("accountId", "ACC1", "companyId", "COM1", "search", "x", "filter.direction", "inbound"));

        assertThat(several.of(new Source("ACC1", Optional.of("COM1")))).isEqualTo(one);
        assertThat(several.accountId()).isEmpty();
        assertThat(several.companyId()).isEmpty();
    }

    @Test
    void aSingleSourceReadLikeSeveralHasThePlanThatItHasAlone() {
        ReportPlan one = plan(Map.of("accountId", "ACC1", "companyId", "COM1", "search", "x"));

        assertThat(one.severally().of(new Source("ACC1", Optional.of("COM1")))).isEqualTo(one);
        assertThat(one.severally().companyId()).isEmpty();
    }

    @Test
    void defaultsOfTheComponentSelectSeveralWhereTheReportHasThem() {
        QueryOptions defaults = options(Map.of("accountId", "*", "companyId", "COM1,COM2"));

        ReportPlan companies = ReportPlan.of(ReportCatalogue.of("companies"), defaults, QueryOptions.NONE);
        assertThat(companies.sources().orElseThrow().companies()).isEmpty();
        ReportPlan accounts = ReportPlan.of(ReportCatalogue.of("accounts"), defaults, QueryOptions.NONE);
        assertThat(accounts.sources()).isEmpty();
        ReportPlan calls = ReportPlan.of(ReportCatalogue.of("calls"), defaults, QueryOptions.NONE);
        assertThat(described(calls.sources().orElseThrow().companies())).isEqualTo("COM1 COM2");
    }

    private static ReportPlan plan(Map<String, String> given) {
        return ReportPlan.of(ReportCatalogue.of("calls"), QueryOptions.NONE, options(given));
    }

    private static Optional<SourceSelection> selection(String accounts, String companies) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("accountId", accounts);
        given.put("companyId", companies);
        given.values().removeIf(value -> value == null);
        return SourceSelection.of(options(given));
    }

    private static QueryOptions options(Map<String, String> given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        new ArrayList<>(given.keySet())
                .stream().sorted().forEach(option -> values.put(option, Arrays.asList(given.get(option))));
        return new QueryOptions(values);
    }

    private static String described(Optional<SourceSelection.Ids> ids) {
        return ids.map(some -> some.all() ? "all" : String.join(" ", some.listed()))
                .orElse("none");
    }
}
