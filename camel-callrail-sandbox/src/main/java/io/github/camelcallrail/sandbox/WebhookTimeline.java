package io.github.camelcallrail.sandbox;

/** Links to the timeline of a person, as webhooks have them. Source: third-party live observations. */
final class WebhookTimeline {

    private WebhookTimeline() {}

    static String url(AccountRecords account, String personId, String eventId, String eventType) {
        return "https://app.callrail.com/analytics/a/" + Ids.numeric(account.id()) + "/events/" + personId
                + "?event_id=" + eventId + "&event_type=" + eventType;
    }
}
