package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.WebhookDispatch.Occurrence;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Turns changes of the records into webhooks. */
final class WebhookEvents implements DataListener {

    private final WebhookIntegrations integrations;
    private final WebhookDispatch dispatch;
    private final UnaryOperator<String> recordingLinks;

    /** @param recordingLinks a link to the recording of the call with this id */
    WebhookEvents(WebhookIntegrations integrations, WebhookDispatch dispatch, UnaryOperator<String> recordingLinks) {
        this.integrations = integrations;
        this.dispatch = dispatch;
        this.recordingLinks = recordingLinks;
    }

    @Override
    public void added(AccountRecords account, String report, StoredRecord record) {
        switch (report) {
            case "calls" -> callAdded(account, record);
            case "form-submissions" -> form(account, record);
            default -> {}
        }
    }

    @Override
    public void edited(AccountRecords account, String report, StoredRecord before, StoredRecord after) {
        if (report.equals("integrations")) {
            integrations.edited(before, after);
        }
        if (report.equals("calls") && CallChanges.hasEnded(after)) {
            boolean inbound = CallChanges.isInbound(after);
            if (!CallChanges.hasEnded(before)) {
                callEnded(account, after);
            } else if (CallChanges.areNotified(before, after)) {
                WebhookEvent event = inbound ? WebhookEvent.CALL_MODIFIED : WebhookEvent.OUTBOUND_CALL_MODIFIED;
                call(event, account, after, CallChanges.between(before, after));
            }
        }
    }

    @Override
    public void childAdded(AccountRecords account, String children, StoredRecord parent, StoredRecord child) {
        if (children.equals("messages") || children.equals("thread-messages")) {
            boolean received = MessageWebhookBody.isReceived(child);
            message(
                    received ? WebhookEvent.TEXT_MESSAGE_RECEIVED : WebhookEvent.TEXT_MESSAGE_SENT,
                    account,
                    parent,
                    child);
        }
    }

    int call(WebhookEvent event, AccountRecords account, StoredRecord call, List<String> changes) {
        String recording = call.get("recording") == null ? null : call.id();
        CallWebhookBody body =
                new CallWebhookBody(account, call, () -> recording == null ? "" : recordingLinks.apply(recording));
        return dispatch.tell(new Occurrence(
                event,
                account,
                call.text("company_id"),
                call.id(),
                () -> body.query(event),
                () -> body.of(event, changes)));
    }

    int form(AccountRecords account, StoredRecord form) {
        return dispatch.tell(new Occurrence(
                WebhookEvent.FORM_SUBMISSION,
                account,
                form.text("company_id"),
                form.id(),
                Map::of,
                () -> FormWebhookBody.of(account, form)));
    }

    int message(WebhookEvent event, AccountRecords account, StoredRecord conversation, StoredRecord message) {
        return dispatch.tell(new Occurrence(
                event,
                account,
                conversation.text("company_id"),
                MessageWebhookBody.resourceId(message),
                Map::of,
                () -> new MessageWebhookBody(account, conversation, message).fields()));
    }

    private void callAdded(AccountRecords account, StoredRecord call) {
        if (CallChanges.isInbound(call)) {
            call(WebhookEvent.PRE_CALL, account, call, List.of());
            call(WebhookEvent.ROUTING_COMPLETE, account, call, List.of());
        }
        if (CallChanges.hasEnded(call)) {
            callEnded(account, call);
        }
    }

    private void callEnded(AccountRecords account, StoredRecord call) {
        call(
                CallChanges.isInbound(call) ? WebhookEvent.POST_CALL : WebhookEvent.OUTBOUND_POST_CALL,
                account,
                call,
                List.of());
    }
}
