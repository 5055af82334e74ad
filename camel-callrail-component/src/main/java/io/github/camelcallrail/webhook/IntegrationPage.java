package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import io.github.camelcallrail.client.ErrorText;
import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.client.UnexpectedJson;
import io.github.camelcallrail.report.CallRailRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One page of the list of a company's integrations. Only webhook integrations are kept, because the configuration of
 * others may contain keys of other services.
 *
 * @param ids the ids of all integrations on the page, whatever their type
 * @param webhooks the webhook integrations on the page, in order
 * @param totalPages the number of pages; empty if CallRail did not say
 */
record IntegrationPage(Set<String> ids, List<Integration> webhooks, OptionalInt totalPages) {

    /** The documented type, and a spelling that was seen in a client. */
    private static final Set<String> TYPES = Set.of(Integration.TYPE, "Webhook");

    private static final String LIST = "integrations";

    IntegrationPage {
        ids = Set.copyOf(ids);
        webhooks = List.copyOf(webhooks);
        requireNonNull(totalPages, "totalPages is null");
    }

    /** Reads the whole body; the caller closes it. */
    static IntegrationPage read(InputStream body) throws IOException {
        CallRailRecord answer;
        try (JsonParser parser = JsonLimits.parser(body)) {
            if (parser.nextToken() == null) {
                throw new UnexpectedJson("it is empty");
            }
            if (!(ObjectReader.value(parser) instanceof CallRailRecord object)) {
                throw new UnexpectedJson("it is not a JSON object");
            }
            answer = object;
            if (parser.nextToken() != null) {
                throw new UnexpectedJson("there is text after its end");
            }
        }
        if (!(answer.get(LIST) instanceof List<?> list)) {
            throw new UnexpectedJson(
                    "its list '" + LIST + "' is missing", ErrorText.of(answer).orElse(null));
        }
        Set<String> ids = new LinkedHashSet<>();
        List<Integration> webhooks = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof CallRailRecord record) || record.id().isEmpty()) {
                throw new UnexpectedJson("its list '" + LIST + "' contains a value that is not an object with an id");
            }
            ids.add(record.id());
            if (TYPES.contains(text(record, "type"))) {
                webhooks.add(integration(record));
            }
        }
        return new IntegrationPage(ids, webhooks, count(answer.get("total_pages")));
    }

    private static Integration integration(CallRailRecord record) throws UnexpectedJson {
        Object config = record.get("config");
        if (config != null && !(config instanceof CallRailRecord)) {
            throw new UnexpectedJson("the configuration of the webhook integration is not an object");
        }
        return new Integration(
                record.id(),
                text(record, "type"),
                text(record, "state"),
                config instanceof CallRailRecord entries ? new WebhookConfig(entries) : WebhookConfig.EMPTY,
                Optional.of(text(record, "signing_key")).filter(key -> !key.isBlank()));
    }

    private static String text(CallRailRecord record, String name) {
        return record.get(name) instanceof String text ? text : "";
    }

    private static OptionalInt count(Object value) {
        return value instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
