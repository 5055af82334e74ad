package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paging by links, which CallRail offers for calls. */
class RelativePaginationTest extends SandboxTest {

    @Test
    void linksAreFollowedToTheEndOnOurOwnAddress() {
        List<String> ids = calls(25);

        assertThat(ids(rows(uri("calls", "pagination=relative&pageSize=10")))).containsExactlyInAnyOrderElementsOf(ids);
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

    @Test
    void aRowOutsideTheDatesFailsTheWalk() {
        calls(25);
        sandbox.data().add("calls", Map.of("start_time", "2026-02-01T10:00:00.000-05:00"));
        String link = "https://api.callrail.com/v3/a/%s/calls.json?relative_pagination=true&offset=0&per_page=250"
                        .formatted(account())
                + "&start_date=2026-02-01&end_date=2026-03-15";
        sandbox.faults().onRequest(1, Fault.nextPage(link));

        CallRailException failure = failure(uri("calls", "pagination=relative&pageSize=10"));

        assertThat(failure.getKind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure)
                .hasMessageContaining("2026-02-01T10:00:00.000-05:00, outside the dates that were asked for");
    }
}
