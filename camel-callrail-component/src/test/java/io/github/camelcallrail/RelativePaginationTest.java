package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging by links, which CallRail offers for calls. */
class RelativePaginationTest extends SandboxTest {

    @Test
    void linksAreFollowedToTheEndOnOurOwnAddress() {
        List<String> ids = calls(25);

        assertThat(ids(records(uri("calls", "pagination=relative&pageSize=10"))))
                .containsExactlyInAnyOrderElementsOf(ids);
        List<String> lines = sandbox.journal().lines();
        assertThat(lines).hasSize(3);
        assertThat(requests().get(0))
                .isEqualTo("GET /v3/a/ACC/calls.json?start_date=2026-03-08&end_date=2026-03-15T12:30"
                        + "&time_zone=America/New_York&per_page=10&relative_pagination=true");
        // Exactly as it came: brackets still encoded, no .json, the account's number.
        assertThat(lines.get(1))
                .matches("GET /v3/a/\\d+/calls\\?.*")
                .contains("api_sort%5B%5D%5Bstart_time%5D=desc")
                .contains("offset=1");
    }

    /** {@code auto} is what {@code offset} was called before. */
    @ParameterizedTest
    @ValueSource(strings = {"offset", "auto"})
    void pagesByNumberCanBeAskedForByName(String name) {
        List<String> ids = calls(25);
        context.callrail().getConfiguration().setPagination("relative");

        assertThat(ids(records(uri("calls", "pageSize=10&pagination=" + name)))).containsExactlyElementsOf(ids);
        assertThat(latestQuery()).containsEntry("page", "3").doesNotContainKey("relative_pagination");
        Map<String, Object> header = Map.of(CallRailConstants.PAGINATION, name);
        assertThat(requested(uri("calls", "pageSize=10"), header).getMessage().getBody(CallRailRecords.class))
                .hasSize(25);
        assertThat(latestQuery()).containsEntry("page", "3").doesNotContainKey("relative_pagination");
        assertThat(records(uri("users", "pagination=" + name).replace("&timeZone=America/New_York", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset", "auto"})
    void anIncrementalConsumerTakesPagesByNumberByName(String name) throws Exception {
        calls(25);

        assertThat(context.poll(uri("calls", "incremental=true&pageSize=10&pagination=" + name)))
                .hasSize(25);
    }

    @Test
    void aLinkToAnotherHostIsRefusedAndNeverGetsTheKey() {
        calls(25);
        sandbox.faults().onRequest(1, Fault.nextPage("https://api.callrail.com.evil.example/v3/a/1/calls?offset=1"));

        CallRailException failure = failure(uri("calls", "pagination=relative&pageSize=10"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure).hasMessageContaining("to host 'api.callrail.com.evil.example'");
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void aLinkThatIsNoUrlIsRefused() {
        calls(25);
        sandbox.faults().onRequest(1, Fault.nextPage("https://api.callrail.com/v3/a b"));

        assertThat(failure(uri("calls", "pagination=relative&pageSize=10"))).hasMessageContaining("that is not a URL");
    }

    static Stream<UnaryOperator<Map<String, Object>>> answersThatDoNotSayClearlyWhetherMoreComes() {
        return Stream.of(
                answer -> without(answer, "has_next_page"),
                answer -> without(answer, "next_page"),
                answer -> with(without(answer, "has_next_page"), "total_pages", 3),
                answer -> with(answer, "next_page", 7));
    }

    @ParameterizedTest
    @MethodSource("answersThatDoNotSayClearlyWhetherMoreComes")
    void anAnswerThatDoesNotSayClearlyWhetherMoreComesFails(UnaryOperator<Map<String, Object>> change) {
        calls(25);
        sandbox.faults().onRequest(1, Fault.edit(change));

        assertThat(failure(uri("calls", "pagination=relative&pageSize=10")).getKind())
                .isEqualTo(FailureKind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.callrail.com/v3/a/1/calls?api_sort[]=x",
                "https://api.callrail.com/v3/a/1/calls?q=%zz",
                "/v3/a/1/calls",
                "mailto:someone@example.com"
            })
    void aLinkThatCannotBeFollowedIsMalformed(String link) throws Exception {
        List<String> ids = calls(25);
        sandbox.faults().onRequest(1, Fault.nextPage(link));
        CallRailConsumer consumer = context.consume(uri("calls", "pagination=relative&pageSize=10"));

        assertThatThrownBy(consumer::poll)
                .isInstanceOfSatisfying(CallRailException.class, failure -> assertThat(failure.getKind())
                        .isEqualTo(FailureKind.MALFORMED));
        assertThat(consumer.poll()).isEqualTo(ids.size());
    }

    @Test
    void linksInACircleEnd() {
        calls(25);
        sandbox.faults()
                .always(Fault.nextPage(
                        "https://api.callrail.com/v3/a/%s/calls.json?relative_pagination=true".formatted(account())
                                + "&start_date=2026-03-08&end_date=2026-03-15&offset=0&per_page=10"));

        assertThat(failure(uri("calls", "pagination=relative&pageSize=10")))
                .hasMessageContaining("a link to a page without new records");
        assertThat(sandbox.journal().lines()).hasSize(2);
    }

    @Test
    void aLinkToTheAddressThatWeAskIsFollowed() {
        calls(15);
        sandbox.faults()
                .onRequest(
                        1,
                        Fault.nextPage(sandbox.baseUrl()
                                + "/v3/a/%s/calls.json?relative_pagination=true".formatted(account())
                                + "&start_date=2026-03-08&end_date=2026-03-15&offset=1&per_page=10"));

        assertThat(records(uri("calls", "pagination=relative&pageSize=10"))).hasSize(15);
    }

    @Test
    void recordsThatComeTwiceAreGivenOnce() {
        List<String> ids = calls(15);
        sandbox.faults().afterRequest(1, () -> sandbox.data().add("calls", Map.of("start_time", NOW.minusSeconds(30))));

        assertThat(ids(records(uri("calls", "pagination=relative&pageSize=10"))))
                .doesNotHaveDuplicates()
                .containsAll(ids);
    }

    @Test
    void whatMaxRecordsCutsIsSaidThoughThereAreNoTotals() throws Exception {
        calls(25);

        assertThat(requested(uri("calls", "pagination=relative&maxRecords=5"), Map.of())
                        .getMessage()
                        .getHeader(CallRailConstants.TRUNCATED))
                .isEqualTo(true);
        assertThat(requested(uri("calls", "pagination=relative&maxRecords=5&outputType=stream"), Map.of())
                        .getMessage()
                        .getHeader(CallRailConstants.TRUNCATED))
                .isNull();
        assertThat(requested(uri("calls", "pagination=relative&maxRecords=25"), Map.of())
                        .getMessage()
                        .getHeader(CallRailConstants.TRUNCATED))
                .isEqualTo(false);
        List<Exchange> received = context.poll(uri("calls", "pagination=relative&maxRecords=5"));
        assertThat(received.get(4).getMessage().getHeader(CallRailConstants.TRUNCATED))
                .isEqualTo(true);
    }

    private static Map<String, Object> without(Map<String, Object> answer, String member) {
        Map<String, Object> copy = new LinkedHashMap<>(answer);
        copy.remove(member);
        return copy;
    }

    private static Map<String, Object> with(Map<String, Object> answer, String member, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(answer);
        copy.put(member, value);
        return copy;
    }

    @Test
    void aRecordOutsideTheDatesFailsTheWalk() {
        calls(25);
        sandbox.data().add("calls", Map.of("start_time", "2026-02-01T10:00:00.000-05:00"));
        String link = "https://api.callrail.com/v3/a/%s/calls.json?relative_pagination=true&offset=0&per_page=250"
                        .formatted(account())
                + "&start_date=2026-02-01&end_date=2026-03-15";
        sandbox.faults().onRequest(1, Fault.nextPage(link));

        CallRailException failure = failure(uri("calls", "pagination=relative&pageSize=10"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure).hasMessageContaining("2026-02-01T10:00:00.000-05:00, outside the requested dates");
    }
}
