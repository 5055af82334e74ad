package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists that change while they are read come out whole, or the reading fails and says so; they never come out shorter.
 */
class ChangingListTest extends SandboxTest {

    private static final Instant FIRST_DAY = Instant.parse("2026-03-08T06:00:00Z");

    private void assertIncomplete(CallRailException failure) {
        assertThat(failure.getKind()).isEqualTo(FailureKind.INCOMPLETE);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessageContaining("changed while it was read");
    }

    private List<String> forms(int count) {
        sandbox.data().generate("form-submissions", count, FIRST_DAY, NOW.minusSeconds(60));
        return sandbox.data().ids("form-submissions");
    }

    /** Adds 25 records of an account's settings, for three pages and page 1 again, and gives back the ids. */
    private List<String> settings(String report) {
        sandbox.data().generate(report, 25 - sandbox.data().ids(report).size(), FIRST_DAY, NOW);
        SummaryEmails.ofTheAccount(sandbox);
        return sandbox.data().ids(report);
    }

    private String settingsUri(String report) {
        return "callrail:" + report + "?accountId=" + account() + "&pageSize=10";
    }

    /** The start date, where there is one, and the page of each request. */
    private List<String> pages() {
        return requests().stream()
                .map(line ->
                        line.replaceAll(".*start_date=([^&]*)&.*&page=", "$1 ").replaceAll(".*&page=", ""))
                .toList();
    }

    /** The minute of a record's time as a request names it. */
    private static String minute(List<CallRailRecord> records, int index, String field) {
        return OffsetDateTime.parse(records.get(index).get(field).toString())
                .atZoneSameInstant(NEW_YORK)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Adds calls of one minute that fill three pages, and another at the end of the dates after every request. */
    private List<String> crowdedCallsThatKeepChanging() {
        for (int call = 0; call < 25; call++) {
            sandbox.data().add("calls", Map.of("start_time", FIRST_DAY.plusSeconds(60)));
        }
        List<String> ids = sandbox.data().ids("calls");
        for (int request = 1; request <= 8; request++) {
            sandbox.faults().afterRequest(request, () -> sandbox.data()
                    .add("calls", Map.of("start_time", NOW.minusSeconds(600))));
        }
        return ids;
    }

    @Test
    void callsThatComeInAfterTheEndDoNoHarm() {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().add("calls", Map.of("start_time", NOW)));
        sandbox.faults().afterRequest(2, () -> sandbox.data().add("calls", Map.of("start_time", NOW.plusSeconds(90))));

        assertThat(ids(records(uri("calls", "pageSize=10")))).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(3);
    }

    @Test
    void formsThatComeInAfterTheEndDoNoHarm() {
        List<String> ids = forms(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().add("form-submissions", Map.of("submitted_at", NOW)));

        assertThat(ids(records(uri("form-submissions", "pageSize=10")))).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aCallRemovedInsideTheDatesHidesNoOther() {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("calls", ids.get(2)));

        Exchange exchange = requested(uri("calls", "pageSize=10"), Map.of());

        CallRailRecords records = exchange.getMessage().getBody(CallRailRecords.class);
        assertThat(ids(records)).containsExactlyElementsOf(ids);
        assertThat(exchange.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS))
                .isEqualTo(25L);
        String tenth = minute(records, 9, "start_time");
        assertThat(pages()).containsExactly("2026-03-08 1", "2026-03-08 2", tenth + " 1", tenth + " 2");
        assertThat(requests()).allMatch(line -> line.contains("&end_date=2026-03-15T12:30&"));
    }

    @Test
    void aCallAddedInsideTheDatesDoublesNoOther() {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(2, () -> sandbox.data().add("calls", Map.of("start_time", FIRST_DAY)));

        CallRailRecords records = records(uri("calls", "pageSize=10"));

        assertThat(ids(records)).containsExactlyElementsOf(ids);
        assertThat(pages())
                .containsExactly(
                        "2026-03-08 1", "2026-03-08 2", "2026-03-08 3", minute(records, 19, "start_time") + " 1");
    }

    @Test
    void aFormRemovedInsideTheDatesHidesNoOther() {
        List<String> ids = forms(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("form-submissions", ids.get(2)));

        CallRailRecords records = records(uri("form-submissions", "pageSize=10"));

        assertThat(ids(records)).containsExactlyElementsOf(ids);
        assertThat(pages()).hasSize(4).endsWith(minute(records, 9, "submitted_at") + " 2");
    }

    @Test
    void aCrowdedMinuteOfAListThatKeepsChangingFails() {
        crowdedCallsThatKeepChanging();

        CallRailException failure = failure(uri("calls", "pageSize=10"));

        assertIncomplete(failure);
        assertThat(failure).hasMessageContaining("page 1 counted 31 records, page 2 counts 32");
        assertThat(pages()).hasSize(8).endsWith("2026-03-08T01:01 1", "2026-03-08T01:01 2");
    }

    @Test
    void aStreamFailsWhereTheListKeepsChanging() {
        List<String> ids = crowdedCallsThatKeepChanging();

        Iterator<?> records = requested(uri("calls", "pageSize=10&outputType=stream"), Map.of())
                .getMessage()
                .getBody(Iterator.class);

        for (int record = 0; record < 10; record++) {
            assertThat(((CallRailRecord) records.next()).id()).isEqualTo(ids.get(record));
        }
        assertThatThrownBy(records::hasNext).isInstanceOfSatisfying(CallRailException.class, this::assertIncomplete);
        // Asked again it is still no end.
        assertThatThrownBy(records::hasNext).isInstanceOfSatisfying(CallRailException.class, this::assertIncomplete);
        assertThat(requests()).hasSize(8);
    }

    @Test
    void aPollFailsWhereTheListKeepsChangingAndTheNextReadsItWhole() throws Exception {
        crowdedCallsThatKeepChanging();
        CallRailConsumer consumer = context.consume(uri("calls", "pageSize=10"));

        assertThatThrownBy(consumer::poll).isInstanceOfSatisfying(CallRailException.class, this::assertIncomplete);
        context.received().clear();
        assertThat(consumer.poll()).isEqualTo(25 + 8);
        assertThat(context.received())
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .containsExactlyElementsOf(sandbox.data().ids("calls"));
    }

    @Test
    void aPollReadsAListThatChangesWhole() throws Exception {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("calls", ids.get(2)));

        List<Exchange> received = context.poll(uri("calls", "pageSize=10"));

        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .containsExactlyElementsOf(ids);
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS))
                .containsOnly(25L);
        assertThat(received)
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.PAGE))
                .startsWith(1)
                .endsWith(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "tags", "trackers", "companies", "notifications", "leads", "summary-emails"})
    void aRecordRemovedFromAnUnsortedListBeginsARepeatThatGivesTheRest(String report) {
        List<String> ids = settings(report);
        String third = ids(records(settingsUri(report))).get(2);
        int before = requests().size();
        sandbox.faults().afterRequest(before + 1, () -> sandbox.data().remove(report, third));

        assertThat(ids(records(settingsUri(report)))).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pages().subList(before, pages().size())).containsExactly("1", "2", "1", "2", "3", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "tags", "trackers", "notifications"})
    void aSwapThatKeepsTheTotalIsNoticedByReadingPageOneAgain(String report) {
        List<String> ids = settings(report);
        String third = ids(records(settingsUri(report))).get(2);
        int before = requests().size();
        sandbox.faults().afterRequest(before + 3, () -> {
            Map<String, Object> twin = new HashMap<>(sandbox.data().rows(report).stream()
                    .filter(record -> String.valueOf(record.get("id")).equals(third))
                    .findFirst()
                    .orElseThrow());
            twin.put("id", "twin");
            sandbox.data().remove(report, third);
            sandbox.data().add(report, twin);
        });

        List<String> read = ids(records(settingsUri(report)));

        assertThat(read).doesNotHaveDuplicates().hasSize(26).containsAll(ids);
        assertThat(read).containsAll(sandbox.data().ids(report));
        assertThat(pages().subList(before, pages().size())).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }

    @Test
    void aConversationThatMovesHidesNoOther() {
        sandbox.data().generate("conversations", 25, FIRST_DAY, NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("conversations");
        sandbox.faults().afterRequest(1, () -> sandbox.data()
                .edit("conversations", ids.get(0), Map.of("last_message_at", "2026-03-15T16:29:59.000Z")));

        assertThat(ids(records(uri("conversations", "pageSize=10")))).containsExactlyInAnyOrderElementsOf(ids);
        // A page that does not fit, and the top again.
        assertThat(requests()).hasSize(5);
    }

    @Test
    void recordsThatComeTwiceDoNotStandForOthers() {
        List<String> ids = calls(25);
        sandbox.faults().onRequest(2, Fault.edit(answer -> {
            List<?> records = (List<?>) answer.get("calls");
            List<Object> doubled = new ArrayList<>(records);
            doubled.set(1, records.get(0));
            Map<String, Object> copy = new LinkedHashMap<>(answer);
            copy.put("calls", doubled);
            return copy;
        }));

        assertThat(ids(records(uri("calls", "pageSize=10")))).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(4);
    }

    @Test
    void withoutTotalsEveryPageBeginsAtTheLastCallUntilAnEmptyOne() {
        List<String> ids = calls(20);
        sandbox.faults().always(Fault.withoutTotals());

        CallRailRecords records = records(uri("calls", "pageSize=10"));

        assertThat(ids(records)).containsExactlyElementsOf(ids);
        String last = minute(records, 19, "start_time");
        assertThat(pages())
                .containsExactly(
                        "2026-03-08 1",
                        minute(records, 9, "start_time") + " 1",
                        minute(records, 18, "start_time") + " 1",
                        last + " 1",
                        last + " 2");
    }

    @Test
    void withoutTotalsPagesOfAnUnsortedListAreReadUntilAnEmptyOne() {
        List<String> ids = settings("users");
        sandbox.faults().always(Fault.withoutTotals());

        assertThat(ids(records(settingsUri("users")))).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pages()).containsExactly("1", "2", "3", "4", "1");
    }

    private static Fault withoutCountOfPages() {
        return Fault.edit(answer -> {
            Map<String, Object> copy = new LinkedHashMap<>(answer);
            copy.remove("total_pages");
            return copy;
        });
    }

    @Test
    void aTotalWithoutACountOfPagesTellsTheEnd() {
        List<String> ids = calls(20);
        sandbox.faults().always(withoutCountOfPages());

        assertThat(ids(records(uri("calls", "pageSize=10")))).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aTotalWithoutACountOfPagesTellsTheEndOfAnUnsortedList() {
        List<String> ids = settings("users");
        sandbox.faults().always(withoutCountOfPages());

        assertThat(ids(records(settingsUri("users")))).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pages()).containsExactly("1", "2", "3", "1");
    }

    @Test
    void aRecordThatComesAfterTheLastPageIsNoticedByTheTotalOfPageOneReadAgain() {
        List<String> ids = settings("tags");
        sandbox.faults().afterRequest(3, () -> sandbox.data().add("tags", Map.of("name", "zzz, the last")));

        Exchange exchange = requested(settingsUri("tags"), Map.of());

        assertThat(exchange.getMessage().getBody(CallRailRecords.class))
                .hasSize(26)
                .last()
                .extracting("name")
                .isEqualTo("zzz, the last");
        assertThat(exchange.getMessage().getHeader(CallRailConstants.TOTAL_RECORDS))
                .isEqualTo(26L);
        assertThat(ids).hasSize(25);
        assertThat(pages()).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }

    @Test
    void anUnsortedListThatKeepsChangingFailsAfterThreeRepeats() {
        settings("tags");
        for (int request = 1; request <= 20; request++) {
            String name = "zzz" + request;
            sandbox.faults().afterRequest(request, () -> sandbox.data().add("tags", Map.of("name", name)));
        }

        CallRailException failure = failure(settingsUri("tags"));

        assertIncomplete(failure);
        assertThat(failure).hasMessageContaining("page 1 counted 31 records, page 2 counts 32");
        assertThat(pages()).containsExactly("1", "2", "1", "2", "1", "2", "1", "2");
    }

    @Test
    void aSortOfTheUsersOwnIsHonouredAndCheckedLikeAnUnsortedList() {
        List<String> ids = calls(25);

        assertThat(ids(records(uri("calls", "pageSize=10&sort=duration&order=desc"))))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(requests())
                .hasSize(4)
                .allMatch(line -> line.contains("sort=duration&order=desc"))
                .last()
                .asString()
                .endsWith("page=1");
    }

    @Test
    void aListOfOnePageIsOneRequest() {
        sandbox.data().generate("users", 5, FIRST_DAY, NOW);

        records("callrail:users?accountId=" + account());

        assertThat(requests()).hasSize(1);
    }
}
