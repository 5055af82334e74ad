package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.util.Map;

/** Subscriptions as the list without a company has them. */
final class SummaryEmails {

    private SummaryEmails() {}

    /** What makes one of them a subscription to the account. */
    static Map<String, Object> scope(CallRailSandbox sandbox) {
        return Map.of("scope", Map.of("id", sandbox.accountId(), "type", "Account", "name", "Signpost Marketing"));
    }

    /** Makes all that the sandbox has subscriptions to the account as a whole. */
    static void ofTheAccount(CallRailSandbox sandbox) {
        sandbox.data().ids("summary-emails").forEach(id -> sandbox.data().edit("summary-emails", id, scope(sandbox)));
    }
}
