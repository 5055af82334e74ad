package io.github.camelcallrail.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates, changes and disables integrations by the API. Source: apidocs.callrail.com, Integrations. A choice: an
 * integration blocks another one of its type even if it is disabled, the status of an invalid value is 422, and that of
 * a missing one 400.
 */
final class IntegrationWrites {

    private static final String REPORT = "integrations";

    private final SandboxData data;

    IntegrationWrites(SandboxData data) {
        this.data = data;
    }

    Answer answer(IncomingRequest request, Route route, AccountRecords account) {
        try {
            return switch (request.method()) {
                case "POST" -> created(account, JsonBody.object(request.body()));
                case "PUT" -> changed(account, route.id(), JsonBody.object(request.body()));
                default -> disabled(account, route.id());
            };
        } catch (IllegalArgumentException malformed) {
            return Answer.error(400, malformed.getMessage());
        }
    }

    private Answer created(AccountRecords account, Map<String, Object> body) {
        for (String required : List.of("company_id", "type", "config")) {
            if (body.get(required) == null) {
                return Answer.error(400, required + " is required");
            }
        }
        String type = String.valueOf(body.get("type"));
        if (!IntegrationConfig.types().contains(type)) {
            return invalid("type", "is not included in the list");
        }
        Optional<String> problem = IntegrationConfig.problem(type, body.get("config"));
        if (problem.isPresent()) {
            return invalid("config", problem.get());
        }
        String asked = String.valueOf(body.get("company_id"));
        StoredRecord company = account.records("companies").stream()
                .filter(each -> Ids.same(each.id(), asked))
                .findFirst()
                .orElseThrow(() -> new RejectedRequestException(404, "Not found"));
        boolean another = account.records(REPORT).stream()
                .anyMatch(each -> type.equals(each.get("type")) && company.id().equals(each.get("company_id")));
        if (another) {
            return Answer.error(400, "The company already has an integration of the type " + type);
        }
        Map<String, Object> integration = new LinkedHashMap<>();
        integration.put("company_id", company.id());
        integration.put("type", type);
        integration.put("state", "active");
        integration.put("config", body.get("config"));
        String id = data.add(account.id(), REPORT, integration);
        return answer(201, account.record(REPORT, id), type.equals(WebhookIntegrations.TYPE));
    }

    /** Replaces the whole configuration. */
    private Answer changed(AccountRecords account, String id, Map<String, Object> body) {
        StoredRecord integration = SingleObjects.found(account, REPORT, id);
        Map<String, Object> changes = new LinkedHashMap<>(body);
        changes.keySet().retainAll(List.of("config", "state"));
        if (changes.isEmpty()) {
            return Answer.error(400, "config or state is required");
        }
        if (changes.containsKey("state") && !List.of("active", "disabled").contains(body.get("state"))) {
            return invalid("state", "is not included in the list");
        }
        if (changes.containsKey("config")) {
            Optional<String> problem = IntegrationConfig.problem(integration.text("type"), body.get("config"));
            if (problem.isPresent()) {
                return invalid("config", problem.get());
            }
        }
        data.edit(account.id(), REPORT, integration.id(), changes);
        return answer(200, account.record(REPORT, integration.id()), false);
    }

    private Answer disabled(AccountRecords account, String id) {
        StoredRecord integration = SingleObjects.found(account, REPORT, id);
        data.edit(account.id(), REPORT, integration.id(), Map.of("state", "disabled"));
        return Answer.bytes(204, Map.of(), new byte[0]);
    }

    private static Answer answer(int status, StoredRecord integration, boolean withKey) {
        Map<String, Object> answer = new LinkedHashMap<>();
        SandboxEndpoints.object(REPORT).defaultFields().forEach(name -> answer.put(name, integration.get(name)));
        if (withKey) {
            answer.put("signing_key", integration.get("signing_key"));
        }
        return Answer.json(status, answer);
    }

    private static Answer invalid(String field, String problem) {
        return Answer.json(422, Map.of("errors", Map.of(field, List.of(problem))));
    }
}
