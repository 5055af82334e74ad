package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generates the messages of a conversation or SMS thread, which are two views of the same messages: where both have the
 * same id, so do their messages. The newest ones are those that the list of conversations shows.
 */
record MessageGenerator(View view) implements ChildGenerator {

    /** The names of each view. */
    enum View {
        CONVERSATION("type", "error"),
        THREAD("message_type", "failed");

        private final String type;
        private final String failed;

        View(String type, String failed) {
            this.type = type;
            this.failed = failed;
        }
    }

    private static final List<String> TEXTS = List.of(
            "Good morning!",
            "Do you also work on Saturdays?",
            "We can be there at nine",
            "Thank you",
            "Here is a photo of the damage",
            "Could you call me back?",
            "The invoice is on its way");
    private static final Map<String, Object> ERROR =
            Fields.of("code", 30_006, "message", "The number cannot receive text messages");

    @Override
    public List<Map<String, Object>> plan(ChildScope scope) {
        SplittableRandom random = scope.random();
        List<Map<String, Object>> messages = new ArrayList<>(recent(scope));
        Instant at = messages.isEmpty()
                ? Times.instant("last_message_at", scope.parent().get("last_message_at"))
                : (Instant) messages.get(0).get("created_at");
        // One in forty fills more than one page.
        int earlier = random.nextInt(40) == 0 ? 100 + random.nextInt(160) : 2 + random.nextInt(24);
        for (int i = 0; i < earlier; i++) {
            at = at.minusSeconds(30 + random.nextInt(20_000));
            messages.add(0, Map.of("created_at", at));
        }
        return messages;
    }

    @Override
    public void fill(RecordDraft message, ChildScope scope, Instant at, SplittableRandom random) {
        String textId = Ids.timeOrdered("SCI", at, random);
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        boolean incoming = random.nextBoolean();
        int files = random.nextInt(12) == 0 ? 1 + random.nextInt(2) : 0;
        boolean failed = random.nextInt(15) == 0;
        StoredRecord user = scope.any("users", random);

        if (view == View.THREAD) {
            textId = message.putText("id", textId);
        } else {
            // The documentation shows a number; media files have the other id in their URL, which no field contains.
            textId = message.putText("resource_id", textId);
            message.put("id", Ids.numeric(textId));
        }
        message.put("content", text);
        message.put("created_at", Times.utcMillis(at));
        boolean received = "incoming".equals(message.put("direction", incoming ? "incoming" : "outgoing"));
        Object status = message.put("status", received ? null : failed ? view.failed : "sent");
        boolean withFiles = message.isGiven(view.type) ? "mms".equals(message.given(view.type)) : files > 0;
        Object urls = message.put("media_urls", withFiles ? urls(scope, textId, Math.max(1, files)) : List.of());
        message.put(view.type, urls instanceof List<?> list && !list.isEmpty() ? "mms" : "sms");
        if (view == View.THREAD) {
            message.put("error", view.failed.equals(status) ? ERROR : null);
        } else {
            message.put("user", received || user == null ? null : Fields.of("id", user.id(), "name", user.get("name")));
        }
    }

    /** The two newest messages, oldest first; those of a thread are those of the conversation with the same id. */
    private List<Map<String, Object>> recent(ChildScope scope) {
        StoredRecord conversation = scope.account().records("conversations").stream()
                .filter(each -> each.id().equals(scope.parent().id()))
                .findFirst()
                .orElse(scope.parent());
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Map<?, ?> recent : ChildScope.objects(conversation.get("recent_messages"))) {
            messages.add(
                    0,
                    Fields.of(
                            "created_at",
                            Times.instant("created_at", recent.get("created_at")),
                            "direction",
                            recent.get("direction"),
                            "content",
                            recent.get("content"),
                            "media_urls",
                            recent.get("media_urls"),
                            view.type,
                            recent.get("type")));
        }
        return messages;
    }

    private static List<String> urls(ChildScope scope, String textId, int files) {
        List<String> urls = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            urls.add(scope.baseUrl() + "/v3/a/" + scope.account().id() + "/text-messages/" + textId + "/media/" + file);
        }
        return urls;
    }
}
