package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.webhook.WebhookRegistration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The companies whose events are received, and how their webhooks are registered.
 *
 * @param sources the companies, each with its account; may send requests, at most once an hour unless that fails
 * @param registrations the registration in an account, by the id of the account
 */
public record CompanyWebhooks(Supplier<List<Source>> sources, Function<String, WebhookRegistration> registrations) {

    public CompanyWebhooks {
        requireNonNull(sources, "sources is null");
        requireNonNull(registrations, "registrations is null");
    }

    WebhookRegistration of(Source source) {
        return registrations.apply(source.accountId());
    }

    static String company(Source source) {
        return source.companyId().orElseThrow();
    }
}
