package io.github.camelcallrail;

import io.github.camelcallrail.monitor.StatusJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * Dev console that shows all {@code callrail:} endpoints of the CamelContext: what was requested and read, their
 * progress, and the remaining budget. As text, or as JSON with a list {@code endpoints}. It shows no API key and no
 * contents of records.
 */
@DevConsole(name = "callrail", displayName = "CallRail", description = CallRailDevConsole.DESCRIPTION)
public final class CallRailDevConsole extends AbstractDevConsole {

    static final String DESCRIPTION = "Reports read from CallRail, their progress, and the remaining request budget";

    private static final String INDENT = "    ";

    public CallRailDevConsole() {
        super("camel", "callrail", "CallRail", DESCRIPTION);
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray endpoints = new JsonArray();
        endpoints().stream().map(StatusJson::of).forEach(endpoints::add);
        JsonObject json = new JsonObject();
        json.put("endpoints", endpoints);
        return json;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (CallRailEndpoint endpoint : endpoints()) {
            JsonObject json = StatusJson.of(endpoint);
            text.append(json.remove("uri")).append('\n');
            append(text, INDENT, json);
        }
        return text.isEmpty() ? "No callrail: endpoint\n" : text.toString();
    }

    private List<CallRailEndpoint> endpoints() {
        return getCamelContext().getEndpoints().stream()
                .filter(CallRailEndpoint.class::isInstance)
                .map(CallRailEndpoint.class::cast)
                .toList();
    }

    private static void append(StringBuilder text, String indent, Map<?, ?> values) {
        values.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof Map<?, ?> map) {
                text.append('\n');
                append(text, indent + INDENT, map);
            } else if (value instanceof Collection<?> list) {
                text.append('\n');
                list.forEach(item -> text.append(indent).append(INDENT).append(line((Map<?, ?>) item)));
            } else {
                text.append(' ').append(value).append('\n');
            }
        });
    }

    private static String line(Map<?, ?> values) {
        StringBuilder line = new StringBuilder();
        values.forEach((name, value) ->
                line.append(line.isEmpty() ? "" : ", ").append(name).append(' ').append(value));
        return line.append('\n').toString();
    }
}
