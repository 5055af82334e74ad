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
        try {
            return "The first of `" + uri + "`, from an invented account:\n\n[source,json]\n----\n"
                    + JSON.writeValueAsString(rows.get(0)) + "\n----";
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
                        ofCompany
                                ? "companyId="
                                        + context.sandbox()
                                                .data()
                                                .ids("companies")
                                                .get(0)
                                : "";
                    case SUMMARY -> "groupBy=source";
                    case SERIES -> "interval=week";
                };
        return "callrail:" + report + (options.isEmpty() ? "" : "?" + options);
    }

    @Override
    public void close() {
        context.close();
    }
}
