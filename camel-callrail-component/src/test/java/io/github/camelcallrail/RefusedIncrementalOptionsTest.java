package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelcallrail.failure.FailureKind;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be combined with incremental polling is refused when the route starts, in words that say what to do. */
class RefusedIncrementalOptionsTest extends IncrementalTesting {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            calls            | incremental=true&lookback=7x                    | Option 'lookback' cannot be '7x': '7x' is not a duration such as 2h, 35d or P35D. Set one duration, such as 35d, or several, such as 2h,2d@1h,7d@6h,35d@1d.
            calls            | incremental=true&lookback=                      | Option 'lookback' has no value: leave it out, or give it one.
            calls            | incremental=true&lookback=2h,7d                 | Option 'lookback' cannot be '2h,7d': '7d' needs an interval, as in '7d@6h'.
            calls            | incremental=true&lookback=2h@1h                 | Option 'lookback' cannot be '2h@1h': the first look-back applies to every poll, so it has no '@'.
            calls            | incremental=true&lookback=2h,1h@1h              | Option 'lookback' cannot be '2h,1h@1h': '1h@1h' must look further back than '2h', and less often.
            calls            | incremental=true&lookback=2h,2d@1h,7d@1h        | Option 'lookback' cannot be '2h,2d@1h,7d@1h': '7d@1h' must look further back than '2d@1h', and less often.
            calls            | incremental=true&lookback=30s                   | Option 'lookback' cannot be '30s': '30s' is not a duration
            calls            | incremental=true&lookback=PT30S                 | Option 'lookback' cannot be 'PT30S': 'PT30S' is not between 1m and 760d.
            calls            | incremental=true&lookback=800d                  | Option 'lookback' cannot be '800d': '800d' is not between 1m and 760d.
            users            | incremental=true&lookback=7d                    | Option 'lookback' is not supported by report 'users', which has no dates: every poll compares the whole list with what was sent.
            calls-summary    | incremental=true                                | Option 'incremental' is not supported by report 'calls-summary': its records are computed and have no ids.
            calls-timeseries | incremental=true                                | Option 'incremental' is not supported by report 'calls-timeseries': its records are computed and have no ids.
            calls            | incremental=true&date=2026-03-01                | Option 'date' of report 'calls' cannot be combined with incremental=true: an incremental consumer always reads up to now. Leave it out.
            calls            | incremental=true&startDate=2026-03-01&endDate=2026-03-02 | Option 'endDate' of report 'calls' cannot be combined with incremental=true: an incremental consumer always reads up to now. Leave it out.
            calls            | incremental=true&startDaysBack=5&endDaysBack=1  | Option 'endDaysBack' of report 'calls' cannot be combined with incremental=true
            calls            | incremental=true&dateRange=last_month           | Option 'dateRange=last_month' of report 'calls' cannot be combined with incremental=true: it ends before today
            calls            | incremental=true&sort=duration                  | Option 'sort' of report 'calls' cannot be combined with incremental=true: an incremental consumer needs an order in which it can track its progress. Leave it out.
            calls            | incremental=true&sort=duration&order=asc        | Option 'sort' of report 'calls' cannot be combined
            calls            | incremental=true&order=asc                      | Option 'order' of report 'calls' needs option 'sort'
            calls            | incremental=true&maxRecords=10                  | Option 'maxRecords' of report 'calls' cannot be combined with incremental=true: an incremental consumer leaves nothing out; option 'maxMessagesPerPoll' limits a poll. Leave it out.
            calls            | incremental=true&pagination=relative            | Option 'pagination' of report 'calls' cannot be combined with incremental=true: an incremental consumer needs pages that can be checked. Leave it out.
            calls            | incremental=true&ignoreChangesIn=nte            | Option 'ignoreChangesIn': report 'calls' has no field 'nte'; did you mean 'note'?
            calls            | incremental=true&ignoreChangesIn=               | Option 'ignoreChangesIn' has no value: leave it out, or give it one.
            calls            | incremental=true&stateKey=                      | Option 'stateKey' has no value: leave it out, or give it one.
            calls            | incremental=true&stateDirectory=x&stateRepository=#state | Options 'stateDirectory' and 'stateRepository' are two places for the same state: set only one of them.
            calls            | lookback=7d                                     | Option 'lookback' is for incremental consumers: add incremental=true.
            calls            | stateDirectory=x                                | Option 'stateDirectory' is for incremental consumers: add incremental=true.
            calls            | stateRepository=#state                          | Option 'stateRepository' is for incremental consumers: add incremental=true.
            calls            | stateKey=x                                      | Option 'stateKey' is for incremental consumers: add incremental=true.
            calls            | ignoreChangesIn=note                            | Option 'ignoreChangesIn' is for incremental consumers: add incremental=true.
            calls            | greedy=true                                     | Option 'greedy' would poll again and again without a pause, because every poll reads report 'calls' anew. Leave it out, or add incremental=true.
            """)
    void isRefusedWhenTheRouteStarts(String report, String options, String message) {
        Throwable thrown =
                catchThrowable(() -> start("callrail:" + report + "?accountId=" + account() + "&" + options));

        assertThat(thrown).rootCause().isInstanceOfSatisfying(CallRailException.class, failure -> {
            assertThat(failure).hasMessageStartingWith(message);
            assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        });
        assertThat(requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental=true", "incremental=true&stateDirectory=x"})
    void aProducerIsNeverIncremental(String options) {
        assertThat(failure("callrail:calls?accountId=ACC1&" + options))
                .hasMessage(
                        "Option 'incremental' is for consumers, that is, for 'from' in a route; a producer reads only on request.");
    }

    @Test
    void aProducerHasNoState() {
        assertThat(failure("callrail:calls?accountId=ACC1&stateDirectory=x"))
                .hasMessage("Option 'stateDirectory' is for consumers, that is, for 'from' in a route.");
    }

    @Test
    void pollEnrichIsNeverIncremental() {
        context.start();
        assertThat(catchThrowable(() -> context.createConsumerTemplate()
                        .receive("callrail:calls?incremental=true&accountId=" + account())))
                .rootCause()
                .hasMessageContaining("pollEnrich reads only on request");
    }

    @Test
    void defaultsOfTheComponentAreIgnoredWhereTheyDoNotApply() throws Exception {
        CallRailConfiguration defaults = context.callrail().getConfiguration();
        defaults.setIncremental(true);
        defaults.setStateRepository(state);
        defaults.setLookback("3d");
        defaults.setMaxRecords("5");
        calls(9);
        sandbox.data().generate("tags", 3, NOW, NOW.plusSeconds(9));

        assertThat(records(uri("calls", ""))).hasSize(5);
        start("callrail:calls-summary?timeZone=UTC&accountId=" + account());
        assertThat(poll()).hasSize(1);
        context.getRouteController().stopRoute("incremental");
        context.removeRoute("incremental");
        start("callrail:tags?accountId=" + account());
        assertThat(poll()).hasSize(3);
        assertThat(state.values).isNotEmpty();
        context.getRouteController().stopRoute("incremental");
        context.removeRoute("incremental");
        start(uri("calls", ""));
        assertThat(poll()).hasSize(9);
    }

    @Test
    void twoConsumersCannotShareAKey() throws Exception {
        incremental("calls", "stateKey=mine");
        Throwable thrown = catchThrowable(() -> context.addRoutes(second("mine")));

        assertThat(thrown)
                .hasMessage(
                        "Option 'stateKey' cannot be 'mine': another consumer keeps its state there under that key. Give each consumer its own.");
        context.addRoutes(second("other"));
        context.getRouteController().stopRoute("incremental");
        context.getRouteController().startRoute("second, mine");
    }

    private RouteBuilder second(String key) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(
                                "calls",
                                "incremental=true&stateRepository=#state&startScheduler=false&pageSize=9&stateKey="
                                        + key))
                        .routeId("second, " + key)
                        .to("mock:out");
            }
        };
    }
}
