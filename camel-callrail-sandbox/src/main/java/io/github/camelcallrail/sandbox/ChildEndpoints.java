package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Map;

/** The lists that belong to one record: their paths contain its id. None of them filters by date. */
final class ChildEndpoints {

    static final List<SandboxEndpoint> ALL = List.of(pageViews(), messages(), threadMessages(), leadTimeline());

    /** The report that lists the parents. */
    static final Map<String, String> PARENTS = Map.of(
            "page-views", "calls",
            "messages", "conversations",
            "thread-messages", "sms-threads",
            "lead-timeline", "leads");

    private ChildEndpoints() {}

    private static SandboxEndpoint pageViews() {
        return EndpointBuilder.list(
                        "page-views",
                        "/a/{account}/calls/{id}/page_views.json",
                        "page_views",
                        "apidocs.callrail.com: Calls, page views (converted by time_zone). 404 unless the tracker is a "
                                + "session tracker: third-party client code")
                .fields("referrer_url", "page_url", "created_at")
                .end();
    }

    private static SandboxEndpoint messages() {
        return EndpointBuilder.list(
                        "messages",
                        "/a/{account}/text-messages/{id}.json",
                        "messages",
                        "apidocs.callrail.com: Text Messages, single conversation. The parameters page and per_page: a "
                                + "choice, the answer has them")
                .fields("id", "content", "created_at", "status", "direction", "type", "media_urls", "user")
                .end();
    }

    /**
     * With {@code with_msg_errors=true} each message has an {@code error}, which {@code fields} cannot request. That it
     * is null for messages without one is a choice.
     */
    private static SandboxEndpoint threadMessages() {
        return EndpointBuilder.list(
                        "thread-messages",
                        "/a/{account}/sms-threads/{id}.json",
                        "messages",
                        "apidocs.callrail.com: SMS Threads, single thread")
                .notInVersion2()
                .fields("id", "content", "created_at", "status", "direction", "message_type", "media_urls")
                .onRequest("error")
                .ignoresFields()
                .filter("with_msg_errors", "true")
                .largestPage(100)
                .end();
    }

    private static SandboxEndpoint leadTimeline() {
        return EndpointBuilder.list(
                        "lead-timeline",
                        "/a/{account}/leads/{id}/timeline.json",
                        "timeline",
                        "apidocs.callrail.com: Leads, timeline. The fields of each type, and that fields does nothing: "
                                + "a choice")
                .notInVersion2()
                .fields("type", "id", "event_date")
                .alsoAnswers(
                        "direction",
                        "duration",
                        "answered",
                        "tracking_phone_number",
                        "form_url",
                        "form_name",
                        "content",
                        "milestone")
                .sort("event_date", "created_at")
                .end();
    }
}
