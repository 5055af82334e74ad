package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.options.UnconvertedOptions;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.Fault;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message advises can be done, and works. */
class AdviceTest extends SandboxTest {

    private static final String LIST = "It takes milliseconds, or a duration such as 15m, 1h30m or 30s.";

    /** The mistake, the message, and the option that it advises instead; nothing where it advises to leave it out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            delay=15 minutes             | Option 'delay' cannot be '15 minutes'. LIST Write delay=15m.                       | delay=15m
            delay=1 hour                 | Option 'delay' cannot be '1 hour'. LIST Write delay=1h.                            | delay=1h
            delay=abc                    | Option 'delay' cannot be 'abc'. LIST                                               |
            initialDelay=1 minute        | Option 'initialDelay' cannot be '1 minute'. LIST Write initialDelay=1m.            | initialDelay=1m
            connectTimeout=10 seconds    | Option 'connectTimeout' cannot be '10 seconds'. LIST Write connectTimeout=10s.     | connectTimeout=10s
            responseTimeout=abc          | Option 'responseTimeout' cannot be 'abc'. LIST                                     |
            budgetWait=2 sec             | Option 'budgetWait' cannot be '2 sec'. LIST Write budgetWait=2s.                   | budgetWait=2s
            retryDelay=1 second          | Option 'retryDelay' cannot be '1 second'. LIST Write retryDelay=1s.                | retryDelay=1s
            retryTimeout=1 minute        | Option 'retryTimeout' cannot be '1 minute'. LIST Write retryTimeout=1m.            | retryTimeout=1m
            lookback=2 hours             | Option 'lookback' cannot be '2 hours': write '2h' for '2 hours'. Set one duration, such as 35d, or several, such as 2h,2d@1h,7d@6h,35d@1d. | lookback=2h
            proxyPort=web                | Option 'proxyPort' cannot be 'web'. It takes a number from 1 to 65535.             |
            stateRepository=state        | Option 'stateRepository' cannot be 'state': it takes a bean of the registry. Write stateRepository=#state for the bean of that name. | stateRepository=#state
            requestBudget=budget         | Option 'requestBudget' cannot be 'budget': it takes a bean of the registry. Write requestBudget=#budget for the bean of that name.   |
            sslContextParameters=tls     | Option 'sslContextParameters' cannot be 'tls': it takes a bean of the registry. Write sslContextParameters=#tls for the bean of that name. |
            date=yesterday               | date=yesterday is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write dateRange=yesterday. | dateRange=yesterday
            date=Today                   | date=Today is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write dateRange=today. | dateRange=today
            date=last week               | date=last week is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. For the seven days before today write dateRange=last_7_days; for a calendar week write startDate and endDate. | dateRange=last_7_days
            date=last month              | date=last month is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write dateRange=last_month. | dateRange=last_month
            date=tomorrow                | date=tomorrow is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. CallRail has no records of the future: leave it out, or set a day no later than today. |
            startDate=yesterday          | startDate=yesterday is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write startDaysBack=1. | startDaysBack=1
            startDate=2026-03-01&endDate=today | endDate=today is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write endDaysBack=0. | startDate=2026-03-01&endDaysBack=0
            startDate=2026-03-01&endDate=now | endDate=now is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Leave it out: a window with only a start ends now. | startDate=2026-03-01
            daysBack=yesterday           | daysBack=yesterday is not a number of days: write a whole number, 0 for today or more. Write dateRange=yesterday. | dateRange=yesterday
            startDaysBack=today          | startDaysBack=today is not a number of days: write a whole number, 0 for today or more. Write startDaysBack=0. | startDaysBack=0
            dateRange=last_week          | dateRange=last_week is not one of recent, today, yesterday, last_7_days, last_30_days, this_month, last_month, this_year, last_year, all_time. For the seven days before today write dateRange=last_7_days; for a calendar week write startDate and endDate. | dateRange=last_7_days
            dateRange=this_week          | dateRange=this_week is not one of recent, today, yesterday, last_7_days, last_30_days, this_month, last_month, this_year, last_year, all_time. For seven days up to today write daysBack=6. | daysBack=6
            dateRange=tomorrow           | dateRange=tomorrow is not one of recent, today, yesterday, last_7_days, last_30_days, this_month, last_month, this_year, last_year, all_time. CallRail has no records of the future: leave it out, or set a day no later than today. |
            filter.answer_status=unanswered | Option 'filter.answer_status' of report 'calls' cannot be 'unanswered'. For unanswered calls, write 'missed' or 'voicemail'. | filter.answer_status=missed
            filter.answer_status=Not answered | Option 'filter.answer_status' of report 'calls' cannot be 'Not answered'. For unanswered calls, write 'missed' or 'voicemail'. | filter.answer_status=voicemail
            filter.call_type=unanswered  | Option 'filter.call_type' of report 'calls' cannot be 'unanswered'. For unanswered calls, write 'missed' or 'voicemails'. | filter.call_type=voicemails
            filter.call_type=answered    | Option 'filter.call_type' of report 'calls' cannot be 'answered'. Write filter.answer_status=answered. | filter.answer_status=answered
            filter.lead_status=bad_lead  | Option 'filter.lead_status' of report 'calls' cannot be 'bad_lead'. For calls scored as no lead, write 'not_a_lead'. | filter.lead_status=not_a_lead
            filter.lead_status=not_good_lead | Option 'filter.lead_status' of report 'calls' cannot be 'not_good_lead'. It takes: good_lead, not_a_lead, not_scored; did you mean 'not_a_lead'? | filter.lead_status=not_a_lead
            sort=start_time&order=dsc    | Option 'order' of report 'calls' cannot be 'dsc'. It takes: asc, desc. | sort=start_time&order=desc
            """)
    void ofAnOptionWorks(String mistake, String message, String advised) throws Exception {
        context.getRegistry().bind("state", new RecordingStateRepository());
        String beside = mistake.startsWith("lookback") || mistake.startsWith("stateRepo") ? "&incremental=true" : "";

        assertThat(failureOfConsumer(uri("calls", mistake + beside))).isEqualTo(message.replace("LIST", LIST));
        assertThat(sandbox.journal().lines()).isEmpty();
        if (advised != null) {
            try (CallRailContext another = new CallRailContext(sandbox, CLOCK)) {
                another.getRegistry().bind("state", new RecordingStateRepository());
                another.poll(uri("calls", advised + beside));
            }
            assertThat(sandbox.journal().lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            text-messages      | : write 'conversations' for each conversation with its messages, or 'sms-threads' for threads with their leads. | conversations
            text_messages.json | : write 'conversations' for each conversation with its messages, or 'sms-threads' for threads with their leads. | sms-threads
            textMessages       | : write 'conversations' for each conversation with its messages, or 'sms-threads' for threads with their leads. | conversations
            sms                | : write 'conversations' for each conversation with its messages, or 'sms-threads' for threads with their leads. | conversations
            calls.json         | : write 'calls'.                | calls
            calls/summary      | : write 'calls-summary'.        | calls-summary
            calls/timeseries.json | : write 'calls-timeseries'.  | calls-timeseries
            forms/summary      | : write 'forms-summary'.        | forms-summary
            forms              | : write 'form-submissions' for each, or 'forms-summary' for numbers of them. | form-submissions
            summary_emails.json | : write 'summary-emails'.      | summary-emails
            """)
    void ofAPathWorks(String path, String hint, String report) {
        assertThat(failure("callrail:" + path))
                .hasMessageStartingWith("There is no report '" + path + "'" + hint + " Reports: ");

        assertThat(records("callrail:" + report + "?accountId=" + account()
                        + (report.equals("calls") ? "&timeZone=UTC" : "")))
                .isNotNull();
    }

    /** Names that the metadata has and the checks do not would get Camel's words. */
    @Test
    void everyDurationAndEveryBeanIsChecked() throws Exception {
        JsonNode options = new ObjectMapper()
                .readTree(getClass().getResource("/META-INF/io/github/camelcallrail/callrail.json"))
                .get("properties");
        Set<String> durations = new TreeSet<>(Set.of("initialDelay"));
        Set<String> beans = new TreeSet<>();
        options.properties().forEach(option -> {
            String type = option.getValue().get("javaType").asText();
            if (option.getValue().get("type").asText().equals("duration")) {
                durations.add(option.getKey());
            } else if (option.getValue().get("type").asText().equals("object")
                    && !type.startsWith("java.util.Map")
                    && !type.equals("java.lang.Object")) {
                beans.add(option.getKey());
            }
        });

        assertThat(UnconvertedOptions.DURATIONS).containsExactlyInAnyOrderElementsOf(durations);
        assertThat(UnconvertedOptions.BEANS).containsExactlyInAnyOrderElementsOf(beans);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {"error":"Report is being built"}                       | It says: "Report is being built"
            {"errors":[{"message":"Report is being built"}],"calls":null} | It says: "Report is being built"
            {"message":"No lead +1 (512) 555-0142 of ada@example.com"} | It says: "No lead (number) of (address)"
            {"message":"Try 2026-03-15 12:30:00 again"}             | It says: "Try 2026-03-15 12:30:00 again"
            {"customer_name":"Ada"}                                 |
            """)
    void theWordsOfAnAnswerWithoutListAreQuoted(String body, String words) {
        sandbox.faults().always(Fault.status(200, body));

        CallRailException failure = failure(uri("calls", ""));

        assertThat(failure.getMessage())
                .isEqualTo(("The response for report 'calls' (GET /v3/a/%s/calls.json, HTTP 200) is not what CallRail"
                                + " promises: its list 'calls' is missing.%s")
                        .formatted(account(), words == null ? "" : " " + words));
        assertThat(failure.getKind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure.getErrorText().orElse(null))
                .isEqualTo(words == null ? null : words.replaceAll("It says: \"(.*)\"", "$1"));
    }

    @Test
    void theWordsOfAnAnswerWithoutListAreBounded() {
        sandbox.faults().always(Fault.status(200, "{\"error\":\"" + "no ".repeat(5_000) + "\"}"));

        assertThat(failure(uri("calls", "")).getMessage()).hasSizeLessThan(600).endsWith("…\"");
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, byte[].class, InputStream.class, JsonNode.class})
    void aStreamSaysHowItBecomesABody(Class<?> type) throws Exception {
        calls(3);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream").to(uri("calls", "outputType=stream")).convertBodyTo(type);
                from("direct:list").to(uri("calls", "outputType=list")).convertBodyTo(type);
                from("direct:split")
                        .to(uri("calls", "outputType=stream"))
                        .split()
                        .body()
                        .streaming()
                        .convertBodyTo(type)
                        .to("mock:split");
            }
        });

        assertThat(failure("direct:stream"))
                .hasMessageStartingWith("A body of outputType=stream cannot become ")
                .hasMessageEndingWith(
                        ", because its records are fetched one by one while it is read. Leave outputType=stream out"
                                + " to get all records as one body, or split it first:"
                                + " split().body().streaming().");
        assertThat(requested("direct:list", Map.of()).getMessage().getBody()).isInstanceOf(type);
        requested("direct:split", Map.of());
        assertThat(context.getEndpoint("mock:split", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(3);
    }

    @Test
    void oneTagWithACommaIsWarnedOfOnce() throws Exception {
        try (LogLines log = new LogLines()) {
            load("tags.yaml", """
                    - from:
                        uri: direct:tags
                        steps:
                          - to:
                              uri: callrail:calls
                              parameters:
                                accountId: %s
                                timeZone: UTC
                                filter.tags: A, B
                    """.formatted(account()));
            requested("direct:tags", Map.of());
            requested(uri("calls", "daysBack=1&filter.tags=A, B"), Map.of());

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("filter.tags"))
                    .containsExactly(
                            "WARN Option 'filter.tags' is one tag with a comma in its name, 'A, B'. If several tags are"
                                    + " meant, repeat the option in the URI, filter.tags=A&filter.tags=B, or set"
                                    + " header 'CamelCallRailFilters' to a map with a list of tags.");
            assertThat(latestQuery()).containsEntry("tags[]", "A, B");
        }
        try (LogLines log = new LogLines()) {
            requested(uri("calls", "filter.tags=A&filter.tags=B"), Map.of());
            assertThat(latestQuery()).containsEntry("tags[]", "A and B");
            requested(uri("calls", ""), Map.of(CallRailConstants.FILTERS, Map.of("tags", List.of("A", "B"))));
            assertThat(latestQuery()).containsEntry("tags[]", "A and B");
            requested(uri("calls", "filter.tags=A,B&filter.tags=C"), Map.of());
            assertThat(log.lines()).noneMatch(line -> line.contains("filter.tags"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file          | The state directory PATH is a file. Name a directory, or remove the file.
            file/state    | Cannot create the state directory PATH. Create it and let this process write to it, or name another directory.
            """)
    void aDirectoryThatCannotKeepStateIsRejectedAtTheStart(String name, String message, @TempDir Path directory)
            throws Exception {
        Files.createFile(directory.resolve("file"));
        Path path = directory.resolve(name);

        assertThat(failureOfConsumer(uri("calls", "incremental=true&stateKey=k&stateDirectory=" + path)))
                .isEqualTo("Option 'stateDirectory': " + message.replace("PATH", path.toString()));
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    /** Nobody may make files there, not even those who may do everything. */
    @Test
    void aDirectoryInWhichNothingCanBeWrittenIsRejectedAtTheStart() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")));

        assertThat(failureOfConsumer(uri("calls", "incremental=true&stateKey=k&stateDirectory=/proc/self")))
                .startsWith("Option 'stateDirectory': The state directory /proc/self ")
                .endsWith(" or name another directory.");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void aDirectoryThatCanKeepStateIsLeftAsItWas(@TempDir Path directory) throws Exception {
        context.consume(uri("calls", "incremental=true&stateKey=k&stateDirectory=" + directory.resolve("a/b")));

        assertThat(directory.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void aCompanyThatTheKeyDoesNotSeeIsSaidWithThoseThatItSees() {
        String wrong =
                ("Option 'companyId' is 'COM9', and the API key cannot see such a company in account '%s'. Set it to"
                                + " one of: %s")
                        .formatted(account(), companies());

        // The list is asked for anyway, for the zone of its days.
        assertThat(failure("callrail:calls?accountId=" + account() + "&companyId=COM9"))
                .hasMessage(wrong);
        assertThat(requests()).hasSize(2).allMatch(request -> request.startsWith("GET /v3/a/ACC/companies.json"));
        assertThat(failure("callrail:calls?accountId=" + account() + "&companyId=COM9&daysBack=1"))
                .hasMessage(wrong);
        assertThat(requests()).hasSize(2);

        sandbox.faults().always("calls", Fault.status(404, "{\"error\":\"Not Found\"}"));
        assertThat(failure(uri("calls", "companyId=COM9")))
                .hasMessageStartingWith("CallRail answered HTTP 404 \"Not Found\" to report 'calls'")
                .hasMessageEndingWith(wrong)
                .extracting(CallRailException::getKind)
                .isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void aCompanyThatWasMadeAMomentAgoIsSeen() {
        requested("callrail:calls?accountId=" + account(), Map.of());
        String made = sandbox.data().add("companies", Map.of("name", "New", "time_zone", "America/New_York"));
        CLOCK.advance(Duration.ofMinutes(2));

        requested("callrail:calls?accountId=" + account() + "&companyId=" + made, Map.of());

        assertThat(latestQuery()).containsEntry("company_id", made);
    }

    @Test
    void ofManyCompaniesSomeAreListed() {
        for (int i = 0; i < 30; i++) {
            sandbox.data().add("companies", Map.of("name", "Company " + i));
        }

        assertThat(failure("callrail:calls?accountId=" + account() + "&companyId=COM9")
                        .getMessage())
                .endsWith(" and 13 more");
    }

    private String companies() {
        List<String> companies = new ArrayList<>();
        for (CallRailRecord company : records("callrail:companies?accountId=" + account())) {
            companies.add(company.id() + " (" + company.get("name") + ")");
        }
        return String.join(", ", companies);
    }

    private String failureOfConsumer(String uri) {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(() -> context.consume(uri)).satisfies(failure -> thrown[0] = failure);
        while (!(thrown[0] instanceof CallRailException) && thrown[0].getCause() != null) {
            thrown[0] = thrown[0].getCause();
        }
        assertThat(thrown[0]).isInstanceOf(CallRailException.class);
        return thrown[0].getMessage();
    }

    private void load(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
    }
}
