package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that change while they are read come out whole, or the reading fails and says so; they never come out shorter. */
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

    @Test
    void callsThatComeInAfterTheEndDoNoHarm() {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().add("calls", Map.of("start_time", NOW)));
        sandbox.faults().afterRequest(2, () -> sandbox.data().add("calls", Map.of("start_time", NOW.plusSeconds(90))));

        assertThat(ids(rows(uri("calls", "pageSize=10")))).containsExactlyElementsOf(ids);
    }

    @Test
    void formsThatComeInAfterTheEndDoNoHarm() {
        List<String> ids = forms(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().add("form-submissions", Map.of("submitted_at", NOW)));

        assertThat(ids(rows(uri("form-submissions", "pageSize=10")))).containsExactlyElementsOf(ids);
    }

    @Test
    void aCallRemovedInsideTheDatesIsNoticed() {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("calls", ids.get(2)));

        assertIncomplete(failure(uri("calls", "pageSize=10")));
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aCallAddedInsideTheDatesIsNoticed() {
        calls(25);
        sandbox.faults().afterRequest(2, () -> sandbox.data().add("calls", Map.of("start_time", FIRST_DAY)));

        assertIncomplete(failure(uri("calls", "pageSize=10")));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aFormRemovedInsideTheDatesIsNoticed() {
        List<String> ids = forms(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("form-submissions", ids.get(2)));

        assertIncomplete(failure(uri("form-submissions", "pageSize=10")));
    }

    @Test
    void aStreamFailsWhereTheListChanged() {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("calls", ids.get(2)));

        Iterator<?> rows = requested(uri("calls", "pageSize=10&outputType=stream"), Map.of())
                .getMessage()
                .getBody(Iterator.class);

        for (int row = 0; row < 10; row++) {
            assertThat(((CallRailRecord) rows.next()).id()).isEqualTo(ids.get(row));
        }
        assertThatThrownBy(rows::hasNext).isInstanceOfSatisfying(CallRailException.class, this::assertIncomplete);
        // Asked again it is still no end.
        assertThatThrownBy(rows::hasNext).isInstanceOfSatisfying(CallRailException.class, this::assertIncomplete);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aPollFailsWhereTheListChangedAndTheNextReadsItWhole() throws Exception {
        List<String> ids = calls(25);
        sandbox.faults().afterRequest(1, () -> sandbox.data().remove("calls", ids.get(2)));
        CallRailConsumer consumer = context.consume(uri("calls", "pageSize=10"));

        assertThatThrownBy(consumer::poll).isInstanceOfSatisfying(CallRailException.class, this::assertIncomplete);
        context.received().clear();
        assertThat(consumer.poll()).isEqualTo(24);
        assertThat(context.received())
                .extracting(exchange -> exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                .doesNotContain(ids.get(2))
                .hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "tags", "trackers", "companies", "notifications", "leads", "summary-emails"})
    void aRowRemovedFromAnUnsortedListIsNoticed(String report) {
        sandbox.data().generate(report, 25, FIRST_DAY, NOW);
        String uri = "callrail:" + report + "?accountId=" + account() + "&pageSize=10";
        List<String> ids = ids(rows(uri));
        int before = requests().size();
        sandbox.faults().afterRequest(before + 1, () -> sandbox.data().remove(report, ids.get(2)));

        assertIncomplete(failure(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "tags", "trackers", "notifications"})
    void aSwapThatKeepsTheTotalIsNoticedByReadingPageOneAgain(String report) {
        sandbox.data().generate(report, 25, FIRST_DAY, NOW);
        String uri = "callrail:" + report + "?accountId=" + account() + "&pageSize=10";
        List<String> ids = ids(rows(uri));
        int pages = requests().size() - 1;
        sandbox.faults().afterRequest(pages + 1 + pages, () -> {
            Map<String, Object> gone = sandbox.data().rows(report).stream()
                    .filter(row -> String.valueOf(row.get("id")).equals(ids.get(2)))
                    .findFirst()
                    .orElseThrow();
            sandbox.data().remove(report, ids.get(2));
            Map<String, Object> twin = new HashMap<>(gone);
            twin.remove("id");
            sandbox.data().add(report, twin);
        });

        assertIncomplete(failure(uri));
    }

    @Test
    void aConversationThatMovesIsNoticed() {
        sandbox.data().generate("conversations", 25, FIRST_DAY, NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("conversations");
        sandbox.faults().afterRequest(1, () -> sandbox.data()
                .edit("conversations", ids.get(0), Map.of("last_message_at", "2026-03-15T16:29:59.000Z")));

        assertIncomplete(failure(uri("conversations", "pageSize=10")));
    }

    @Test
    void rowsThatComeTwiceFailBecauseAnotherThenDidNotCome() {
        calls(25);
        sandbox.faults().onRequest(2, Fault.edit(answer -> {
            List<?> rows = (List<?>) answer.get("calls");
            List<Object> doubled = new ArrayList<>(rows);
            doubled.set(1, rows.get(0));
            Map<String, Object> copy = new LinkedHashMap<>(answer);
            copy.put("calls", doubled);
            return copy;
        }));

        CallRailException failure = failure(uri("calls", "pageSize=10"));

        assertIncomplete(failure);
        assertThat(failure).hasMessageContaining("page 1 counted 25 rows, and 24 different ones came");
    }

    @Test
    void withoutTotalsPagesAreReadUntilAnEmptyOne() {
        List<String> ids = calls(20);
        sandbox.faults().always(Fault.withoutTotals());

        assertThat(ids(rows(uri("calls", "pageSize=10")))).containsExactlyElementsOf(ids);
        assertThat(requests())
                .extracting(line -> line.replaceAll(".*&page=", ""))
                .containsExactly("1", "2", "3", "1");
    }

    @Test
    void aTotalWithoutACountOfPagesTellsTheEnd() {
        List<String> ids = calls(20);
        sandbox.faults().always(Fault.edit(answer -> {
            Map<String, Object> copy = new LinkedHashMap<>(answer);
            copy.remove("total_pages");
            return copy;
        }));

        assertThat(ids(rows(uri("calls", "pageSize=10")))).containsExactlyElementsOf(ids);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aRowThatComesAfterTheLastPageIsNoticedByTheTotalOfPageOneReadAgain() {
        sandbox.data().generate("tags", 25, FIRST_DAY, NOW);
        sandbox.faults().afterRequest(3, () -> sandbox.data().add("tags", Map.of("name", "zzz, the last")));

        CallRailException failure = failure("callrail:tags?pageSize=10&accountId=" + account());

        assertIncomplete(failure);
        assertThat(failure).hasMessageContaining("page 1 read again counts");
    }

    @Test
    void aSortOfTheUsersOwnIsHonouredAndCheckedLikeAnUnsortedList() {
        List<String> ids = calls(25);

        assertThat(ids(rows(uri("calls", "pageSize=10&sort=duration&order=desc"))))
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

        rows("callrail:users?accountId=" + account());

        assertThat(requests()).hasSize(1);
    }
}
