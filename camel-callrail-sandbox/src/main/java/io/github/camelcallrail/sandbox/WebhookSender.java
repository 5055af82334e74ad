package io.github.camelcallrail.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Sends webhooks as CallRail does: a POST to each URL that the integration of a company has registered, whenever a
 * test, the change endpoint or live changes add or edit a call, or add a form submission or a text message. What {@link
 * SandboxData#generate} adds is history and sends nothing.
 *
 * <p>The bodies have the shape that real ones had, which is not that of the API. The header {@code Signature} is the
 * Base64 text of the HMAC-SHA1 of the body, by the signing key of the company. The legacy attributes of a call are also
 * in the query of the URL.
 *
 * <p>Webhooks are sent in order for each URL, after the change, and never again: any status from 200 to 299 is success.
 * After 10 failures in a row, the integration is disabled, and nothing is sent until it is made active by the API.
 *
 * <p>The sandbox sends to URLs of this machine only. Others can be registered by the API, but nothing is sent to them,
 * which counts neither as a success nor as a failure. Thread-safe.
 */
public final class WebhookSender {

    private final SandboxData data;
    private final WebhookIntegrations integrations;
    private final WebhookFaults faults;
    private final WebhookOutbox outbox;
    private final WebhookEvents events;

    WebhookSender(SandboxData data, UnaryOperator<String> recordingLinks, Clock clock, long seed) {
        this.data = data;
        integrations = new WebhookIntegrations(data, seed);
        faults = new WebhookFaults(seed);
        outbox = new WebhookOutbox(integrations, data, clock, seed);
        events = new WebhookEvents(integrations, new WebhookDispatch(integrations, faults, outbox), recordingLinks);
    }

    /** Registers a URL for an event of the first company, as the API does. */
    public void register(String event, String url) {
        register(firstCompany(), event, url);
    }

    /**
     * Registers a URL for an event of a company, in addition to those that are registered. Creates the integration if
     * the company has none, and makes it active.
     *
     * @param event the id of a {@link WebhookEvent}, such as {@code post-call}
     * @param url on this machine, such as {@code http://localhost:8080/hooks}
     * @throws IllegalArgumentException if there is no such company or event, or the URL is not on this machine
     */
    public void register(String companyId, String event, String url) {
        integrations.register(companyId, WebhookEvent.of(event), url);
    }

    /** The key for the signatures of the first company. */
    public String signingKey() {
        return signingKey(firstCompany());
    }

    /**
     * The key for the signatures of a company: 32 hexadecimal digits, used as text.
     *
     * @throws java.util.NoSuchElementException if the company has no integration of the type {@code Webhooks}
     */
    public String signingKey(String companyId) {
        return integrations.key(companyId).text();
    }

    /** Gives a company another signing key, for what happens from now on, and returns it. */
    public String rotateKey(String companyId) {
        return integrations.rotateKey(companyId).text();
    }

    /**
     * Sends one event for a record now, whatever happened to the record before.
     *
     * @param event the id of a {@link WebhookEvent}
     * @param recordId the id of a call, a form submission or a message
     * @param changes what the body says was changed, for the modified events
     * @return the number of URLs it is sent to
     * @throws IllegalArgumentException if there is no such event or record
     */
    public int send(String event, String recordId, String... changes) {
        WebhookEvent known = WebhookEvent.of(event);
        synchronized (data) {
            return switch (known) {
                case FORM_SUBMISSION -> {
                    AccountRecords account = accountHolding("form-submissions", recordId);
                    yield events.form(account, account.record("form-submissions", recordId));
                }
                case TEXT_MESSAGE_RECEIVED, TEXT_MESSAGE_SENT -> sendMessage(known, recordId);
                default -> {
                    AccountRecords account = accountHolding("calls", recordId);
                    yield events.call(known, account, account.record("calls", recordId), List.of(changes));
                }
            };
        }
    }

    /** What was sent since the start or the last reset, in the order in which responses came. */
    public List<WebhookDelivery> deliveries() {
        return outbox.deliveries();
    }

    /**
     * Waits until everything due has been delivered, or given up.
     *
     * @return false if that took longer
     */
    public boolean awaitIdle(Duration time) {
        return outbox.awaitIdle(time);
    }

    /** How many failures in a row disable an integration, until the next reset. Default: 10, which is a choice. */
    public void disableAfter(int failures) {
        integrations.disableAfter(failures);
    }

    /** The faults to simulate. */
    public WebhookFaults faults() {
        return faults;
    }

    DataListener listener() {
        return events;
    }

    /** Registers a URL for every event of the first company. */
    void registerAll(String url) {
        for (WebhookEvent event : WebhookEvent.values()) {
            integrations.register(firstCompany(), event, url);
        }
    }

    /** The URLs to which events of the first company are sent. */
    List<String> registered() {
        String company = firstCompany();
        AccountRecords account = data.accountCalled(data.accountIds().get(0));
        return Stream.of(WebhookEvent.values())
                .flatMap(event -> integrations.targets(account, company, event).stream())
                .map(WebhookTarget::url)
                .distinct()
                .toList();
    }

    /** Forgets deliveries and faults. Registrations are records, which the data forgets. */
    void clear() {
        outbox.clear();
        faults.clear();
        integrations.clear();
    }

    void close() {
        data.listener(DataListener.NONE);
        outbox.close();
    }

    private String firstCompany() {
        return data.ids("companies").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Every company has been removed"));
    }

    private int sendMessage(WebhookEvent event, String messageId) {
        for (AccountRecords account : accounts().toList()) {
            for (String children : List.of("messages", "thread-messages")) {
                for (StoredRecord parent : data.stored(account, SandboxEndpoints.parentOf(children))) {
                    for (StoredRecord message : data.childrenOf(account, children, parent.id())) {
                        if (List.of(message.id(), MessageWebhookBody.resourceId(message))
                                .contains(messageId)) {
                            return events.message(event, account, parent, message);
                        }
                    }
                }
            }
        }
        throw new NoSuchRecordException("No message '" + messageId + "'");
    }

    private AccountRecords accountHolding(String report, String recordId) {
        return accounts()
                .filter(account -> account.records(report).stream()
                        .anyMatch(record -> record.id().equals(recordId)))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecordException("No record '" + recordId + "' among '" + report + "'"));
    }

    private Stream<AccountRecords> accounts() {
        return data.accountIds().stream().map(data::accountCalled);
    }
}
