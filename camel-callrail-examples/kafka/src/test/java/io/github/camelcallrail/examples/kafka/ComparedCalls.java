package io.github.camelcallrail.examples.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls by their key, as far as they are compared. */
final class ComparedCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Other fields are not requested by default, or are written with another offset. */
    private static final List<String> FIELDS =
            List.of("id", "duration", "customer_phone_number", "note", "value", "tags", "milestones");

    private ComparedCalls() {}

    /** The calls that the topic has. */
    static Map<String, JsonNode> of(TopicTable table) throws JsonProcessingException {
        Map<String, JsonNode> calls = new TreeMap<>();
        for (Map.Entry<String, String> row : table.rows().entrySet()) {
            ObjectNode call = (ObjectNode) JSON.readTree(row.getValue());
            calls.put(row.getKey(), call.retain(FIELDS));
        }
        return calls;
    }

    /** The calls that the topic should have. */
    static Map<String, JsonNode> of(CallRailSandbox sandbox) {
        Map<String, JsonNode> calls = new TreeMap<>();
        for (String account : sandbox.accountIds()) {
            for (Map<String, Object> row : sandbox.data().rows(account, "calls")) {
                ObjectNode call = JSON.valueToTree(row);
                calls.put(account + "/" + row.get("id"), call.retain(FIELDS));
            }
        }
        return calls;
    }
}
