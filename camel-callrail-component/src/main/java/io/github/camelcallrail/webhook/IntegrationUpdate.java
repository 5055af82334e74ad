package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes the configuration of one integration. The API has no protection against concurrent writers, so what was
 * written is read back: if a part of it is gone, or the change is undone, it is written again, a few times.
 *
 * @param integrations where the integration is
 * @param companyId the company
 * @param change makes the wanted configuration of the present one; without effect if it is applied again
 * @param activates whether the integration is made active
 * @param failures explains failures
 */
record IntegrationUpdate(
        WebhookIntegrations integrations,
        String companyId,
        UnaryOperator<WebhookConfig> change,
        boolean activates,
        RegistrationFailures failures) {

    private static final int MOST_REPETITIONS = 3;

    IntegrationUpdate {
        requireNonNull(integrations, "integrations is null");
        requireNonNull(companyId, "companyId is null");
        requireNonNull(change, "change is null");
        requireNonNull(failures, "failures is null");
    }

    /** Changes the integration, and creates it if there is none. */
    RegisteredWebhook applyOrCreate() {
        Optional<Integration> found = read();
        if (found.isPresent()) {
            return apply(found.get(), WebhookConfig.EMPTY, 0);
        }
        WebhookConfig config = change.apply(WebhookConfig.EMPTY);
        try {
            integrations.create(companyId, config);
        } catch (CallRailFailure failure) {
            if (failure.kind() != FailureKind.REFUSED) {
                throw failures.whenWritten(failure);
            }
            return apply(createdByOthers(failures.whenWritten(failure)), WebhookConfig.EMPTY, 0);
        }
        return apply(readBack(), config, 1);
    }

    /** Changes the integration; empty if there is none. */
    Optional<RegisteredWebhook> applyIfPresent() {
        return read().map(found -> apply(found, WebhookConfig.EMPTY, 0));
    }

    /**
     * @param found the integration as it was read last
     * @param written what was written before that; empty if nothing was
     * @param count the number of writes before that
     */
    private RegisteredWebhook apply(Integration found, WebhookConfig written, int count) {
        Integration current = found;
        WebhookConfig last = written;
        for (int writes = count; ; writes++) {
            WebhookConfig wanted = change.apply(current.config().including(last));
            // Once only: if CallRail leaves the state as it is, asking again does not help.
            boolean activation = activates && writes == 0 && !current.isActive();
            if (wanted.equals(current.config()) && !activation) {
                return new RegisteredWebhook(companyId, current.id(), current.isActive(), writes > 0);
            }
            if (writes > MOST_REPETITIONS) {
                throw failures.overwritten(writes);
            }
            write(current.id(), wanted);
            last = wanted;
            current = readBack();
        }
    }

    private void write(String id, WebhookConfig config) {
        try {
            integrations.update(companyId, id, config, activates);
        } catch (CallRailFailure failure) {
            throw failures.whenWritten(failure);
        }
    }

    private Optional<Integration> read() {
        try {
            return integrations.find(companyId);
        } catch (CallRailFailure failure) {
            throw failures.whenRead(failure);
        }
    }

    private Integration readBack() {
        return read().orElseThrow(failures::missingAfterwards);
    }

    /** A company has at most one integration, so one that was created in the meantime is a reason for a rejection. */
    private Integration createdByOthers(CallRailFailure rejection) {
        Optional<Integration> found;
        try {
            found = read();
        } catch (CallRailFailure second) {
            rejection.addSuppressed(second);
            throw rejection;
        }
        return found.orElseThrow(() -> rejection);
    }
}
