package io.github.camelcallrail.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import java.io.UncheckedIOException;
import org.apache.camel.ProducerTemplate;

/** A record of each report, as the component gives it, from an account that is invented. */
final class ExampleRecords implements AutoCloseable {

    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator("")));

    private final DocumentedSandbox context = new DocumentedSandbox();
    private final ProducerTemplate template;

    ExampleRecords() {
        context.start();
        template = context.createProducerTemplate();
    }

    /** What is asked, and the first record of the answer as JSON. */
    String example(Report report) {
        String uri = uri(report);
        JsonNode rows = template.requestBody(uri, null, JsonNode.class);
        if (rows.isEmpty()) {
            throw new IllegalStateException("the sandbox has no " + report);
        }
        return shown("The first of", uri, rows.get(0));
    }

    /** A call with the fields that only a single call has. */
    String singleCall() {
        for (String id : context.sandbox().data().ids("calls")) {
            String uri = "callrail:calls?operation=get&fields=conversational_transcript,integration_data&id=" + id;
            JsonNode call = template.requestBody(uri, null, JsonNode.class);
            if (!call.get("conversational_transcript").isNull()
                    && !call.get("integration_data").isEmpty()) {
                return shown("The answer to", uri, call);
            }
        }
        throw new IllegalStateException("the sandbox has no such call");
    }

    /** A message flow with its steps. */
    String singleMessageFlow() {
        String uri = "callrail:message-flows?operation=get&id=" + first("message-flows");
        return shown("The answer to", uri, template.requestBody(uri, null, JsonNode.class));
    }

    private static String shown(String what, String uri, JsonNode record) {
        try {
            return what + " `" + uri + "`, from an invented account:\n\n[source,json]\n----\n"
                    + JSON.writeValueAsString(record) + "\n----";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String uri(Report report) {
        boolean ofCompany =
                report.parameter("companyId").map(Parameter::required).orElse(false);
        String options =
                switch (report.shape()) {
                    case LIST ->
                        report.ofObject() ? "id=" + parent(report) : ofCompany ? "companyId=" + first("companies") : "";
                    case SUMMARY -> "groupBy=source";
                    case SERIES -> "interval=week";
                    case RECORD, FILE -> throw new IllegalArgumentException(report + " has no page of its own");
                };
        return "callrail:" + report + (options.isEmpty() ? "" : "?" + options);
    }

    /** A record that has children of that name. */
    private String parent(Report report) {
        String parents =
                switch (report.name()) {
                    case "page-views" -> "calls";
                    case "messages" -> "conversations";
                    case "thread-messages" -> "sms-threads";
                    case "lead-timeline" -> "leads";
                    default -> throw new IllegalArgumentException("whose children are the " + report + "?");
                };
        return context.sandbox().data().ids(parents).stream()
                .filter(id ->
                        !context.sandbox().data().children(report.name(), id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private String first(String report) {
        return context.sandbox().data().ids(report).get(0);
    }

    @Override
    public void close() {
        context.close();
    }
}
