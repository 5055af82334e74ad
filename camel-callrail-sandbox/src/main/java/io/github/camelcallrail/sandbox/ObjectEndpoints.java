package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The single objects. Unless the documentation differs, they have the fields that the list has on the same terms. */
final class ObjectEndpoints {

    private final Function<String, SandboxEndpoint> lists;

    private ObjectEndpoints(Function<String, SandboxEndpoint> lists) {
        this.lists = lists;
    }

    /** @param lists the list of each report */
    static List<SandboxObject> all(Function<String, SandboxEndpoint> lists) {
        ObjectEndpoints objects = new ObjectEndpoints(lists);
        return List.of(
                objects.call(),
                objects.same(
                        "form-submissions",
                        "form_submissions/{id}.json",
                        "Undocumented: third-party client code. Fields of the list: a choice"),
                objects.conversation(),
                objects.smsThread(),
                objects.same("companies", "companies/{id}.json", "apidocs.callrail.com: Companies, single company"),
                objects.same("trackers", "trackers/{id}.json", "apidocs.callrail.com: Trackers, single tracker"),
                objects.same("users", "users/{id}.json", "apidocs.callrail.com: Users, single user"),
                objects.same(
                        "tags",
                        "tags/{id}.json",
                        "Undocumented: third-party client code. Fields of the list: a choice"),
                objects.account(),
                objects.same("caller-ids", "caller_ids/{id}.json", "apidocs.callrail.com: Outbound Caller IDs"),
                objects.same("summary-emails", "summary_emails/{id}.json", "apidocs.callrail.com: Summary Emails"),
                objects.same("integrations", "integrations/{id}.json", "apidocs.callrail.com: Integrations"),
                objects.same(
                        "integration-filters",
                        "integration_triggers/{id}.json",
                        "apidocs.callrail.com: Integration Triggers, also called filters"),
                objects.messageFlow());
    }

    private SandboxObject call() {
        SandboxEndpoint list = lists.apply("calls");
        return new SandboxObject(
                list.report(),
                "/a/{account}/calls/{id}.json",
                list.defaultFields(),
                with(list.requestableFields(), "conversational_transcript", "integration_data"),
                list.acceptedFields(),
                list.fieldRule(),
                List.of(),
                "apidocs.callrail.com: Calls, single call. 404 for spam: third-party live observation. "
                        + "Undocumented fields as in the list: a choice");
    }

    private SandboxObject conversation() {
        SandboxEndpoint list = lists.apply("conversations");
        return new SandboxObject(
                list.report(),
                "/a/{account}/text-messages/{id}.json",
                without(list.defaultFields(), "recent_messages"),
                list.requestableFields(),
                list.acceptedFields(),
                list.fieldRule(),
                List.of("recent_messages"),
                "apidocs.callrail.com: Text Messages, single conversation");
    }

    private SandboxObject smsThread() {
        SandboxEndpoint list = lists.apply("sms-threads");
        List<String> formatted = list.requestableFields().stream()
                .filter(name -> name.startsWith("formatted_"))
                .toList();
        return new SandboxObject(
                list.report(),
                "/a/{account}/sms-threads/{id}.json",
                with(list.defaultFields(), formatted.toArray(String[]::new)),
                without(list.requestableFields(), formatted.toArray(String[]::new)),
                list.acceptedFields(),
                list.fieldRule(),
                List.of(),
                "apidocs.callrail.com: SMS Threads, single thread (with the formatted fields unasked)");
    }

    private SandboxObject account() {
        SandboxEndpoint list = lists.apply("accounts");
        return new SandboxObject(
                list.report(),
                "/a/{id}.json",
                list.defaultFields(),
                list.requestableFields(),
                list.acceptedFields(),
                list.fieldRule(),
                List.of(),
                "apidocs.callrail.com: Accounts, single account");
    }

    private SandboxObject messageFlow() {
        SandboxEndpoint list = lists.apply("message-flows");
        return new SandboxObject(
                list.report(),
                "/a/{account}/message-flows/{id}.json",
                with(list.defaultFields(), "initial_step_id", "steps"),
                list.requestableFields(),
                list.acceptedFields(),
                list.fieldRule(),
                List.of(),
                "apidocs.callrail.com: Message Flows, single message flow");
    }

    private SandboxObject same(String report, String path, String source) {
        SandboxEndpoint list = lists.apply(report);
        return new SandboxObject(
                report,
                "/a/{account}/" + path,
                list.defaultFields(),
                list.requestableFields(),
                list.acceptedFields(),
                list.fieldRule(),
                List.of(),
                source);
    }

    private static List<String> with(List<String> names, String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static List<String> without(List<String> names, String... fewer) {
        List<String> rest = new ArrayList<>(names);
        rest.removeAll(Arrays.asList(fewer));
        return rest;
    }
}
