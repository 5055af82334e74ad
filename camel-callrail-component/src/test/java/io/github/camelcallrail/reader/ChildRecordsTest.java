package io.github.camelcallrail.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of records without an id of their own. Sinks merge by them, so their text must never change. */
class ChildRecordsTest {

    private static final Map<String, Object> VIEW = Map.of(
            "created_at", "2026-03-14T09:24:11-05:00",
            "page_url", "https://www.example.com/offer",
            "referrer_url", "https://www.example.org/");

    @Test
    void aPageViewIsIdentifiedByCallTimePageAndReferrer() {
        assertThat(key("page-views", "CAL1", VIEW)).isEqualTo("CAL1-befec4742bbc17b2");
    }

    @ParameterizedTest
    @CsvSource({
        "created_at, 2026-03-14T14:24:11Z, true",
        "created_at, 2026-03-14T14:24:11.000Z, true",
        "created_at, 2026-03-14T09:24:12-05:00, false",
        "created_at, yesterday, false",
        "page_url, https://www.example.com/other, false",
        "referrer_url, '', false",
        "title, Offer, true",
    })
    void theSameViewInOtherWordsHasTheSameKey(String field, String value, boolean same) {
        Map<String, Object> other = new HashMap<>(VIEW);
        other.put(field, value);

        assertThat(key("page-views", "CAL1", other).equals(key("page-views", "CAL1", VIEW)))
                .isEqualTo(same);
    }

    @Test
    void missingFieldsAreLikeEmptyOnes() {
        Map<String, Object> without = new HashMap<>(VIEW);
        without.remove("referrer_url");
        Map<String, Object> empty = new HashMap<>(VIEW);
        empty.put("referrer_url", null);

        assertThat(key("page-views", "CAL1", without)).isEqualTo(key("page-views", "CAL1", empty));
    }

    @Test
    void theTextOfOneFieldDoesNotRunIntoTheNext() {
        assertThat(key("page-views", "CAL1", Map.of("page_url", "ab", "referrer_url", "c")))
                .isNotEqualTo(key("page-views", "CAL1", Map.of("page_url", "a", "referrer_url", "bc")));
    }

    @ParameterizedTest
    @CsvSource({
        "messages, 17, K1-17",
        "messages, SCI9, K1-SCI9",
        "thread-messages, SCI9, K1-SCI9",
    })
    void anIdOfTheirOwnIsEnough(String report, String id, String key) {
        assertThat(key(report, "K1", Map.of("id", id, "content", "Hello"))).isEqualTo(key);
    }

    @Test
    void severalMilestonesOfOneCallAreToldApart() {
        Map<String, Object> first = Map.of("type", "milestone", "id", "CAL1", "event_date", "2026-03-14T14:24:11Z");
        Map<String, Object> qualified = Map.of("type", "milestone", "id", "CAL1", "event_date", "2026-03-15T10:00:00Z");

        assertThat(key("lead-timeline", "PER1", first))
                .matches("PER1-[0-9a-f]{16}")
                .isNotEqualTo(key("lead-timeline", "PER1", qualified));
    }

    @Test
    void anIdThatIsNoIdIsNotTaken() {
        assertThat(key("messages", "K1", Map.of("id", "two words"))).matches("K1-[0-9a-f]{16}");
    }

    @Test
    void equalRecordsOfAPageAreNumbered() {
        ChildRecords children = children("page-views", "CAL1");
        CallRailRecord view = CallRailRecord.of(VIEW);

        assertThat(List.of(
                        children.record(view).id(),
                        children.record(view).id(),
                        children.record(view).id()))
                .containsExactly("CAL1-befec4742bbc17b2", "CAL1-befec4742bbc17b2-2", "CAL1-befec4742bbc17b2-3");
    }

    @Test
    void parentAndKeyStandAtTheEndAndStayWhateverFieldsAreSelected() {
        assertThat(children("page-views", "CAL1")
                        .record(CallRailRecord.of(VIEW))
                        .keySet())
                .endsWith("call_id", "key");
        assertThat(ChildRecords.of(query("page-views", "CAL1", Map.of("fields", List.of("page_url"))))
                        .orElseThrow()
                        .record(CallRailRecord.of(VIEW)))
                .isEqualTo(Map.of(
                        "call_id", "CAL1",
                        "key", "CAL1-befec4742bbc17b2",
                        "page_url", "https://www.example.com/offer"));
    }

    private static String key(String report, String parent, Map<String, Object> fields) {
        CallRailRecord record = children(report, parent).record(CallRailRecord.of(fields));
        assertThat(record.get("key")).isEqualTo(record.id());
        return record.id();
    }

    private static ChildRecords children(String report, String parent) {
        return ChildRecords.of(query(report, parent, Map.of())).orElseThrow();
    }

    private static ReportQuery query(String name, String parent, Map<String, List<String>> more) {
        Report report = ReportCatalogue.of(name);
        Map<String, List<String>> options = new HashMap<>(more);
        options.put("id", List.of(parent));
        return ReportPlan.of(report, QueryOptions.NONE, new QueryOptions(options))
                .over("ACC1", Optional.empty());
    }
}
