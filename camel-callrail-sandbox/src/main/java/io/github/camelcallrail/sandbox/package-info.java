/**
 * A simulated CallRail API that runs inside a test.
 *
 * <p>{@link io.github.camelcallrail.sandbox.CallRailSandbox} starts it. {@link
 * io.github.camelcallrail.sandbox.SandboxData} holds the records it serves, {@link
 * io.github.camelcallrail.sandbox.Journal} the requests it received, {@link io.github.camelcallrail.sandbox.Faults} the
 * faults to simulate, and {@link io.github.camelcallrail.sandbox.SandboxEndpoints} describes the API.
 *
 * <p>A request passes from {@code Responder} (HTTP) to {@code SandboxApi} (key, account, quota, faults), which knows
 * its {@code Resource} by the {@code Route}, and on to {@code Listing}, {@code Summaries}, {@code SingleObjects},
 * {@code ChildListing} or {@code MediaRequests} (the response). These select records by {@code RequestScope} ({@code
 * Period}, {@code RecordFilters}) and fields by {@code FieldSelection}. The classes named {@code …Generator} generate
 * the records.
 *
 * <p>Recordings and media files come from another server, {@link io.github.camelcallrail.sandbox.MediaOrigin}: {@code
 * MediaServer} (connections) and {@code MediaWire} (HTTP) ask {@code MediaFiles} for a {@code MediaResponse}, which
 * {@link io.github.camelcallrail.sandbox.MediaFaults} change.
 *
 * <p>{@link io.github.camelcallrail.sandbox.ContraryBehavior}s change how {@code ContraryRequests} reads a request, and
 * how {@code ContraryAnswers} and {@code ContraryRecords} write the response. Only order, paging and links are changed
 * where they are decided.
 *
 * <p>{@code IntegrationWrites} processes the only requests that change something: those for integrations.
 *
 * <p>Changed records cause webhooks. {@code SandboxData} tells {@code WebhookEvents} of each change, by {@code
 * DataListener}. {@code WebhookDispatch} finds the URLs ({@code WebhookIntegrations}), and writes and signs the body
 * ({@code CallWebhookBody}, {@code FormWebhookBody}, {@code MessageWebhookBody}, {@code WebhookContent}, {@code
 * SigningKey}). {@code WebhookOutbox} sends it, with a {@code WebhookQueue} for each URL. Tests use
 * {@link io.github.camelcallrail.sandbox.WebhookSender}.
 *
 * <p>{@code ChangeEndpoint} changes records by HTTP, and {@code LiveChanges} as time passes.
 *
 * <p>If neither CallRail's documentation nor any observation shows how the API behaves, the class in question says that
 * this is a choice.
 */
package io.github.camelcallrail.sandbox;
