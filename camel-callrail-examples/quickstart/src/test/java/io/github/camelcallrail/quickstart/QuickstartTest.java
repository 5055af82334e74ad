package io.github.camelcallrail.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.charts.ChartResources;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final String KEY = "key-of-nobody";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private CallRailSandbox sandbox;

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void landsEveryCallOnceHoweverOftenItRuns() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey(KEY).empty().start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", 300, now.minus(29, ChronoUnit.DAYS), now.minus(1, ChronoUnit.HOURS));
        List<String> ids = sandbox.data().ids("calls");
        sandbox.data().generate("calls", 20, now.minus(60, ChronoUnit.DAYS), now.minus(40, ChronoUnit.DAYS));

        assertThat(run(Map.of())).as(text()).isZero();
        assertThat(idsInTable()).containsExactlyInAnyOrderElementsOf(ids);
        sandbox.data().edit("calls", ids.get(0), Map.of("lead_status", "not_a_lead", "source", "Radio"));
        assertThat(run(Map.of())).as(text()).isZero();

        assertThat(idsInTable()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(query("select id from calls where source = 'Radio'")).containsExactly(ids.get(0));
        assertThat(text())
                .contains("  250 of 300 calls\n", "  300 of 300 calls\n")
                .containsPattern("days +\\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d")
                .containsPattern("time zone +America/New_York ")
                .containsPattern("calls read +300\n")
                .containsPattern("calls read +300 \\(300 again, 0 new\\)\n")
                .containsPattern("rows in the table +300\n")
                .containsPattern("Radio +1\n|and \\d more")
                .contains(data().resolve("calls.mv.db").toString())
                .doesNotContain(KEY);
    }

    @Test
    void writesTheSummaryBySource() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();

        assertThat(run(Map.of("CALLRAIL_TIME_ZONE", "America/New_York")))
                .as(text())
                .isZero();

        JsonNode sources = new ObjectMapper()
                .readTree(data().resolve("calls-by-source.json").toFile());
        Map<String, Long> counted = new HashMap<>();
        sources.forEach(source -> counted.put(
                source.get("key").asText(), source.get("total_calls").asLong()));
        Map<String, Long> stored = new HashMap<>();
        query("select source || '=' || count(*) from calls group by source")
                .forEach(row -> stored.put(row.split("=")[0], Long.valueOf(row.split("=")[1])));
        assertThat(counted).isNotEmpty().isEqualTo(stored);
        assertThat(text()).containsPattern("time zone +America/New_York ");
    }

    @Test
    void startsTheSandboxWithoutKeyAndFindsTheSameCallsAgain() throws Exception {
        Map<String, String> environment = Map.of("CALLRAIL_API_KEY", " ", "CALLRAIL_ACCOUNT_ID", "ACC1");

        assertThat(new Quickstart(environment, directory, out, out, false).run())
                .as(text())
                .isZero();
        assertThat(new Quickstart(environment, directory, out, out, false).run())
                .as(text())
                .isZero();

        assertThat(text())
                .contains("CALLRAIL_API_KEY is not set")
                .contains("the sandbox (invented calls)")
                .doesNotContain("earlier runs");
        assertThat(directory.resolve("sandbox/calls.mv.db")).exists();
    }

    @Test
    void inTheSandboxAnEditArrivesAsUpdated() throws Exception {
        assertThat(new Quickstart(Map.of(), directory, out, out, false).run())
                .as(text())
                .isZero();

        Matcher edited = Pattern.compile("\n  UPDATED call (CAL\\w+), lead_status good_lead\n")
                .matcher(text());
        assertThat(edited.results().map(call -> call.group(1)).toList())
                .hasSize(1)
                .allSatisfy(id -> assertThat(text()).contains("as a good lead: " + id + "\n"))
                .allSatisfy(id -> assertThat(query(
                                directory.resolve("sandbox"), "select lead_status from calls where id = '" + id + "'"))
                        .containsExactly("good_lead"));
    }

    @Test
    void theReadmeShowsWhatIsPrinted() throws Exception {
        assertThat(new Quickstart(Map.of(), directory, out, out, true).run())
                .as(text())
                .isZero();

        String readme = Files.readString(Path.of("README.adoc"));
        int begin = readme.indexOf(Quickstart.NO_KEY);
        List<String> shown = shape(readme.substring(begin, readme.indexOf("\n----", begin)));
        assertThat(shape(text().replace(directory.toString(), "target/quickstart")))
                .isEqualTo(shown);
    }

    /** The lines without numbers, ids and what depends on the day. */
    private static List<String> shape(String printed) {
        List<String> lines = new ArrayList<>();
        for (String line : printed.split("\n")) {
            String last = line.substring(line.lastIndexOf('\r') + 1);
            String shape = last.startsWith("    ")
                    ? "    ..."
                    : last.replaceAll("CAL\\w{20,}", "CAL")
                            .replaceAll("file:.*/", "file:///.../")
                            .replaceAll("[0-9][0-9,]*", "0")
                            .stripTrailing();
            if (lines.isEmpty() || !shape.equals(lines.get(lines.size() - 1))) {
                lines.add(shape);
            }
        }
        return lines;
    }

    @Test
    void inAnAccountNothingIsEdited() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();

        assertThat(run(Map.of())).as(text()).isZero();

        assertThat(text()).doesNotContain("UPDATED", "good lead");
        assertThat(sandbox.journal().requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    @Test
    void aSecondRunSaysWhatIsNew() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).empty().start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", 30, now.minus(29, ChronoUnit.DAYS), now.minus(2, ChronoUnit.HOURS));
        assertThat(run(Map.of())).as(text()).isZero();
        sandbox.data().generate("calls", 2, now.minus(2, ChronoUnit.HOURS), now.minus(1, ChronoUnit.HOURS));

        assertThat(run(Map.of())).as(text()).isZero();

        assertThat(text())
                .containsPattern("calls read +30\n")
                .containsPattern("calls read +32 \\(30 again, 2 new\\)\n");
    }

    @Test
    void showsTheFiveNewestRecords() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).empty().start();
        Instant noon = Instant.now()
                .minus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(12, ChronoUnit.HOURS);
        for (int i = 0; i < 6; i++) {
            Map<String, Object> call = new HashMap<>();
            call.put("start_time", noon.plus(i, ChronoUnit.MINUTES));
            call.put("direction", "inbound");
            call.put("answered", i % 2 == 0);
            call.put("duration", 100 + i);
            call.put("source", "Direct");
            call.put("lead_status", i == 5 ? null : "good_lead");
            sandbox.data().add("calls", call);
        }

        assertThat(run(Map.of("CALLRAIL_TIME_ZONE", "UTC"))).as(text()).isZero();

        String day = noon.toString().substring(0, 10);
        assertThat(text())
                .contains("\n    start_time        source  direction  answered  duration  lead_status\n")
                .contains("\n    " + day + " 12:05  Direct  inbound    false     105       -\n")
                .contains("\n    " + day + " 12:01  Direct  inbound    false     101       good_lead\n")
                .doesNotContain(day + " 12:00");
    }

    @Test
    void theLastLineIsTheAddressOfAPageOfTheTable() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();

        assertThat(run(Map.of())).as(text()).isZero();

        Path page = data().resolve("calls.html");
        assertThat(text()).endsWith("\n" + page.toUri() + "\n");
        assertThat(page.toUri().toString()).startsWith("file:///");
        String html = Files.readString(page);
        JsonNode shown = new ObjectMapper()
                .readTree(html.substring(
                        html.indexOf("{\"calls\":"), html.indexOf("</script>", html.indexOf("{\"calls\":"))));
        assertThat(shown.get("calls").asInt()).isEqualTo(idsInTable().size());
        assertThat(html).contains("read from " + sandbox.baseUrl(), "in the time zone America/New_York");
        assertThat(shown.at("/charts/1/series").findValuesAsText("name")).startsWith("Monday");
        int missed = 0;
        for (JsonNode weekday : shown.at("/charts/1/series")) {
            for (JsonNode count : weekday.get("values")) {
                missed += count.asInt();
            }
        }
        assertThat(query("select count(*) from calls where direction = 'inbound' and not answered"))
                .containsExactly("" + missed);
    }

    @Test
    void thePageNamesNoCaller() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();

        assertThat(run(Map.of())).as(text()).isZero();

        String page = Files.readString(data().resolve("calls.html"));
        String library = ChartResources.text(ChartResources.ECHARTS);
        assertThat(page).doesNotContain(KEY).contains(library);
        // A megabyte that is the same in every page, in which each of thousands of values would be looked for.
        String html = page.replace(library, "");
        for (Map<String, Object> call : sandbox.data().rows("calls")) {
            for (String field :
                    List.of("customer_name", "customer_phone_number", "formatted_customer_phone_number", "person_id")) {
                String value = String.valueOf(call.get(field)).strip();
                if (!value.isEmpty() && !value.equals("null")) {
                    assertThat(html.contains(value)).as(field + " " + value).isFalse();
                }
            }
        }
    }

    @Test
    void theZoneIsThatOfTheCompaniesIfTheyShareOne() {
        sandbox = CallRailSandbox.builder()
                .apiKey(KEY)
                .companyZones(ZoneId.of("America/Denver"), ZoneId.of("America/Denver"))
                .start();
        assertThat(run(Map.of())).as(text()).isZero();
        assertThat(text()).containsPattern("time zone +America/Denver ");
        sandbox.close();

        sandbox = CallRailSandbox.builder()
                .apiKey(KEY)
                .companyZones(ZoneId.of("America/Denver"), ZoneId.of("America/Chicago"))
                .start();
        assertThat(run(Map.of())).as(text()).isZero();
        assertThat(text()).containsPattern("time zone +UTC ");
    }

    @Test
    void aTableOfAnEarlierVersionIsExtended() throws Exception {
        Files.createDirectories(data());
        query("create table calls (id varchar primary key, start_time timestamp with time zone not null,"
                + " company_name varchar, source varchar, direction varchar, answered boolean, duration integer,"
                + " lead_status varchar)");
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();

        assertThat(run(Map.of())).as(text()).isZero();

        assertThat(query("select distinct voicemail from calls where voicemail"))
                .isNotEmpty();
    }

    @Test
    void accountsAreNotMixed() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey(KEY).accounts(2).start();

        for (String account : sandbox.accountIds()) {
            assertThat(run(Map.of("CALLRAIL_ACCOUNT_ID", account))).as(text()).isZero();

            assertThat(query(data().resolve(account), "select id from calls"))
                    .isNotEmpty()
                    .isSubsetOf(sandbox.data().ids(account, "calls", call -> true));
        }
    }

    @Test
    void namesTheAccountsWhenThereAreSeveral() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).accounts(2).start();

        assertThat(run(Map.of())).isEqualTo(2);

        List<String> accounts = sandbox.accountIds();
        assertThat(text())
                .contains("can access 2 accounts. Set CALLRAIL_ACCOUNT_ID to one of them:")
                .contains("  " + accounts.get(0) + "  Signpost Marketing\n")
                .contains("  " + accounts.get(1) + "  Signpost Marketing 2\n");
        assertThat(run(Map.of("CALLRAIL_ACCOUNT_ID", accounts.get(1))))
                .as(text())
                .isZero();
    }

    @Test
    void saysThatTheKeyIsWrongWithoutSayingTheKey() {
        sandbox = CallRailSandbox.builder().apiKey("another").start();

        assertThat(run(Map.of())).isEqualTo(1);

        assertThat(text())
                .contains("HTTP 401", "The API key is wrong", "CALLRAIL_API_KEY")
                .doesNotContain(KEY, "\tat ");
    }

    @Test
    void endsWellWithoutAnyCall() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey(KEY).empty().start();

        assertThat(run(Map.of())).as(text()).isZero();

        assertThat(idsInTable()).isEmpty();
        assertThat(text()).contains("0 (there are none in these days)");
    }

    @Test
    void saysInASentenceWhyThePollFailed() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();
        sandbox.faults().onRequest("calls", 2, Fault.status(403, ""));

        assertThat(run(Map.of())).isEqualTo(1);

        assertThat(text())
                .contains("The quickstart failed. CallRail answered HTTP 403")
                .doesNotContain("\tat ");
    }

    @Test
    void doesNotWaitForEverWhereTheQuotaIsUsedUp() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();
        sandbox.faults().always("calls", Fault.status(429, "", Map.of("Retry-After", "600")));

        assertThat(run(Map.of())).isEqualTo(1);

        assertThat(text())
                .contains("The quickstart failed. CallRail answered HTTP 429")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatTheTimeZoneIsNone() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();

        assertThat(run(Map.of("CALLRAIL_TIME_ZONE", "America/Newyork"))).isEqualTo(1);

        assertThat(text()).contains("America/New_York", "CALLRAIL_TIME_ZONE").doesNotContain("\tat ");
    }

    private int run(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("CALLRAIL_API_KEY", KEY);
        environment.put("CALLRAIL_BASE_URL", sandbox.baseUrl());
        return new Quickstart(environment, directory, out, out, false).run();
    }

    private Path data() {
        return directory.resolve("callrail");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private List<String> idsInTable() throws Exception {
        return query("select id from calls");
    }

    private List<String> query(String sql) throws Exception {
        return query(data(), sql);
    }

    private static List<String> query(Path data, String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(CallsTable.url(data), "sa", "");
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
