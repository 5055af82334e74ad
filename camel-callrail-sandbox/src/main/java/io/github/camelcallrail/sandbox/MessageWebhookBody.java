package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The body of a webhook on a text message: masked phone numbers, no {@code created_at}. Source: third-party live
 * observation.
 *
 * @param conversation the conversation or SMS thread
 */
record MessageWebhookBody(AccountRecords account, StoredRecord conversation, StoredRecord message) {

    static boolean isReceived(StoredRecord message) {
        return "incoming".equals(message.get("direction"));
    }

    /** {@code SCI…}: the messages of a conversation have it beside their numeric id. */
    static String resourceId(StoredRecord message) {
        String resourceId = message.text("resource_id");
        return resourceId == null ? message.id() : resourceId;
    }

    Map<String, Object> fields() {
        boolean received = isReceived(message);
        String customer = masked(conversation.text("customer_phone_number"));
        String tracking = masked(conversation.text("current_tracking_number"));
        Object company = conversation.get("company_id");
        String person = person();
        ZoneId zone = Zones.ofCompany(account, company);
        String at = Times.millis(Times.instant("created_at", message.get("created_at")), zone);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("resource_id", resourceId(message));
        body.put("source_number", received ? customer : tracking);
        body.put("destination_number", received ? tracking : customer);
        body.put("lead_status", conversation.get("lead_status"));
        body.put("conversation_id", conversation.id());
        body.put("company_id", Ids.numeric(String.valueOf(company)));
        body.put("person_id", person);
        body.put("thread_resource_id", derived("SMT", conversation.id()));
        body.put("company_resource_id", company);
        body.put("person_resource_id", person);
        Object type = message.get("message_type");
        body.put("message_type", type == null ? message.get("type") : type);
        body.put("media_urls", message.get("media_urls"));
        body.put("content", message.get("content"));
        body.put("received_at", at);
        body.put("timestamp", at);
        if (!received) {
            // The shape is a choice: only the name of the field is documented.
            body.put("agent", message.get("user") instanceof Map<?, ?> user ? user.get("name") : null);
        }
        return body;
    }

    private String person() {
        String phone = conversation.text("customer_phone_number");
        return account.people().stream()
                .filter(person -> person.phone().equals(phone))
                .map(Person::id)
                .findFirst()
                .orElseGet(() -> derived("PER", String.valueOf(phone)));
    }

    private static String derived(String prefix, String from) {
        return Ids.timeOrdered(prefix, Instant.EPOCH, new SplittableRandom(from.hashCode()));
    }

    private static String masked(String phone) {
        return phone == null ? null : "***" + phone.substring(Math.max(0, phone.length() - 4));
    }
}
