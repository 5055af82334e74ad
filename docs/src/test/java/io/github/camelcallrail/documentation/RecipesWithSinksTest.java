package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.BrowsableEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes that send to another machine: what they ask, and what it gets. */
class RecipesWithSinksTest {

    @TempDir
    Path directory;

    @Test
    void aMissedCallIsToldOnceWhenItIsOver() throws Exception {
        try (Machine chat = new Machine(got -> 200);
                Recipe recipe = new Recipe("missed-calls", directory)
                        .with("https://chat.example.com", chat.address())
                        .start()) {
            recipe.poll("missed-calls");
            chat.got().clear();
            String call = recipe.data().add("calls", underWay());
            recipe.poll("missed-calls");
            assertThat(chat.got()).isEmpty();
            recipe.data().edit("calls", call, Map.of("answered", false, "duration", 20));
            recipe.poll("missed-calls");
            recipe.data().edit("calls", call, Map.of("note", "call back"));
            recipe.poll("missed-calls");

            assertThat(chat.got()).singleElement().satisfies(got -> {
                assertThat(got.line()).isEqualTo("POST /hooks/missed-calls");
                assertThat(got.type()).isEqualTo("application/json");
                assertThat(got.headers()).noneMatch(name -> name.startsWith("Camel"));
                assertThat(got.body())
                        .isEqualTo("{\"text\": \"Missed: 512-555-0142 at 2026-03-15T12:29:00.000-04:00\"}");
            });
            assertThat(recipe.asked("calls.json"))
                    .hasSize(4)
                    .startsWith(missedSince("2026-03-15T00:00"))
                    .endsWith(missedSince("2026-03-15T10:30"), missedSince("2026-03-15T10:30"));
        }
    }

    @Test
    void aFormThatIsRefusedIsAFileAndOneThatIsNotTakenComesAgain() throws Exception {
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        try (Machine crm = new Machine(got -> answers.getOrDefault(got.line().replaceFirst(".*/", ""), 204));
                Recipe recipe = new Recipe("forms", directory)
                        .with("https://crm.example.com", crm.address())
                        .start()) {
            List<String> forms = recipe.data().ids("form-submissions", form -> isOfAWeek(form, "submitted_at"));
            String refused = forms.get(0);
            String notTaken = forms.get(1);
            answers.putAll(Map.of(refused, 422, notTaken, 500));
            recipe.poll("forms");
            answers.clear();
            recipe.poll("forms");

            List<String> expected = new ArrayList<>(forms);
            expected.add(notTaken);
            assertThat(crm.got())
                    .extracting(Machine.Got::line)
                    .containsExactlyElementsOf(
                            expected.stream().map(id -> "PUT /leads/" + id).toList());
            assertThat(crm.got()).allSatisfy(got -> {
                assertThat(got.type()).isEqualTo("application/json");
                assertThat(got.body()).startsWith("{\"id\":\"" + got.line().replaceFirst(".*/", ""));
            });
            assertThat(directory.resolve("refused"))
                    .isDirectoryNotContaining(file -> !file.endsWith(refused + ".json"));
            assertThat(directory.resolve("refused/" + refused + ".json"))
                    .content()
                    .startsWith("{\"id\":\"" + refused + "\"");
            assertThat(recipe.asked("form_submissions.json"))
                    .first()
                    .asString()
                    .startsWith("form_submissions.json?start_date=2026-03-08T00:00&end_date=2026-03-15T12:30");
        }
    }

    @Test
    void aMessageHasTheIdOfTheCallAsItsKey() throws Exception {
        try (Recipe recipe = new Recipe("kafka", directory).start()) {
            recipe.poll("calls-to-kafka");

            List<Message> sent = recipe
                    .context()
                    .getEndpoint("kafka:calls?brokers=kafka.example.com:9092", BrowsableEndpoint.class)
                    .getExchanges()
                    .stream()
                    .map(Exchange::getMessage)
                    .toList();
            assertThat(sent)
                    .extracting(message -> message.getHeader("kafka.KEY", String.class))
                    .containsExactlyElementsOf(recipe.data().ids("calls", call -> isOfAWeek(call, "start_time")));
            assertThat(sent).allSatisfy(message -> assertThat((String) message.getBody())
                    .startsWith("{\"id\":\"" + message.getHeader("kafka.KEY") + "\""));
            assertThat(recipe.asked("calls.json")).singleElement().asString().contains("start_date=2026-03-08T00:00");
        }
    }

    @Test
    void thatNobodyHasCalledIsToldOnlyThen() throws Exception {
        try (Machine chat = new Machine(got -> 200);
                Recipe recipe = new Recipe("silence", directory)
                        .with("https://chat.example.com", chat.address())
                        .start()) {
            recipe.timerGoesOff();
            assertThat(chat.got()).isEmpty();
            recipe.data()
                    .ids("calls", call -> call.get("start_time").toString().startsWith("2026-03-15"))
                    .forEach(call -> recipe.data().remove("calls", call));
            recipe.timerGoesOff();

            assertThat(chat.got())
                    .extracting(got -> got.line() + " " + got.type() + " " + got.body())
                    .containsExactly("POST /hooks/operations application/json {\"text\": \"Nobody has called today\"}");
            assertThat(recipe.asked("calls/summary.json"))
                    .hasSize(2)
                    .containsOnly("calls/summary.json?start_date=2026-03-15&end_date=2026-03-15"
                            + "&time_zone=America/New_York&direction=inbound");
        }
    }

    private static String missedSince(String start) {
        return "calls.json?start_date=" + start + "&end_date=2026-03-15T12:30&time_zone=America/New_York"
                + "&answer_status=missed&sort=start_time&order=asc&per_page=250&page=1";
    }

    private static boolean isOfAWeek(Map<String, Object> row, String time) {
        return row.get(time).toString().compareTo("2026-03-08") > 0;
    }

    private static Map<String, Object> underWay() {
        Map<String, Object> call = new HashMap<>(Map.of(
                "start_time", "2026-03-15T12:29:00-04:00",
                "customer_phone_number", "+15125550142",
                "voicemail", false));
        call.put("answered", null);
        call.put("duration", null);
        return call;
    }
}
