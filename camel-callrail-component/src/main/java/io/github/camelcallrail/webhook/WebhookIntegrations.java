package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiCall;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiRequest.Method;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.CallSubject;
import io.github.camelcallrail.client.RecordJson;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The webhook integrations of an account: at most one for each company. Source: apidocs.callrail.com, Integrations.
 * Reads are retried; writes are retried only after HTTP 429, which means that they had no effect. What a write answers
 * is not read: read the integration again to see the result. Thread-safe.
 *
 * @param api sends the requests
 * @param apiVersion the first segment of the path: {@code v3}
 * @param accountId the account of the companies
 */
public record WebhookIntegrations(RetryingClient api, String apiVersion, String accountId) {

    /** The largest that CallRail allows. */
    private static final int PAGE_SIZE = 250;

    /** Far more than a company can have. */
    private static final int MOST_PAGES = 100;

    public WebhookIntegrations {
        requireNonNull(api, "api is null");
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(accountId, "accountId is null");
    }

    /**
     * The webhook integration of a company, with its signing key if CallRail tells it; empty if there is none. Should
     * there be several, an active one.
     *
     * @throws CallRailFailure if it cannot be read; of kind NOT_FOUND if there is no such company
     */
    public Optional<Integration> find(String companyId) {
        List<Integration> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int number = 1; ; number++) {
            IntegrationPage page = page(companyId, number);
            found.addAll(page.webhooks());
            // Without a total, the end is where nothing new comes, even if the server ignores the number of the page.
            boolean anyNew = known.addAll(page.ids());
            if (!anyNew
                    || page.totalPages().isPresent()
                            && number >= page.totalPages().getAsInt()) {
                break;
            }
            if (number == MOST_PAGES) {
                throw endless(companyId);
            }
        }
        return found.stream().filter(Integration::isActive).findFirst().or(() -> found.stream()
                .findFirst());
    }

    /**
     * Creates the integration of a company; CallRail makes it active.
     *
     * @throws CallRailFailure of kind REFUSED if CallRail rejects it, for example because there already is one
     */
    public void create(String companyId, WebhookConfig config) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", Integration.TYPE);
        body.put("company_id", companyId);
        body.put("config", config.json());
        write(companyId, Method.POST, collection(), body);
    }

    /**
     * Changes the integration of a company.
     *
     * @param id the id of the integration
     * @param config the complete configuration, because CallRail may replace the previous one
     * @param activate whether to make it active as well; otherwise its state stays
     */
    public void update(String companyId, String id, WebhookConfig config, boolean activate) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("config", config.json());
        if (activate) {
            body.put("state", Integration.ACTIVE);
        }
        write(
                companyId,
                Method.PUT,
                "/%s/a/%s/integrations/%s.json"
                        .formatted(apiVersion, ApiRequest.encoded(accountId), ApiRequest.encoded(id)),
                body);
    }

    private IntegrationPage page(String companyId, int number) {
        String query = "company_id=%s&fields=signing_key&per_page=%s&page=%s"
                .formatted(ApiRequest.encoded(companyId), PAGE_SIZE, number);
        return api.send(ApiCall.get(
                accountId,
                subject(companyId),
                ApiRequest.get(collection(), query),
                response -> IntegrationPage.read(response.body())));
    }

    private void write(String companyId, Method method, String path, Map<String, Object> body) {
        ApiRequest request = new ApiRequest(method, path, "", Optional.of(RecordJson.text(CallRailRecord.of(body))));
        api.send(new ApiCall<>(accountId, subject(companyId), request, false, false, WebhookIntegrations::skipped));
    }

    /** To the end, so that the connection can be used again. */
    private static Integer skipped(ApiResponse response) throws IOException {
        response.body().transferTo(OutputStream.nullOutputStream());
        return response.status();
    }

    private String collection() {
        return "/%s/a/%s/integrations.json".formatted(apiVersion, ApiRequest.encoded(accountId));
    }

    private CallSubject subject(String companyId) {
        return new CallSubject(
                "the webhook integration of company '%s'".formatted(companyId),
                ("options 'companyId' (now '%s') and 'accountId' (now '%s'), and the user's role in CallRail. Without"
                                + " the right to read integrations, register the URLs by hand in CallRail's settings,"
                                + " under Integrations, Webhooks, and set option 'signingSecret' to the key shown there")
                        .formatted(companyId, accountId),
                false);
    }

    private static CallRailFailure endless(String companyId) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "The list of integrations of company '%s' has more than %s pages.".formatted(companyId, MOST_PAGES));
    }
}
