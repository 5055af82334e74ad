package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds out which company signed a request. Thread-safe. */
final class SignatureCheck {

    /** Each company may cost a lookup of its key, and anyone can send requests without a mark. */
    private static final int MOST_UNMARKED = 20;

    private final SigningKeys keys;
    private final Supplier<List<String>> companies;

    /** @param companies the ids of the companies whose events are received; empty if there is one key for all */
    SignatureCheck(SigningKeys keys, Supplier<List<String>> companies) {
        this.keys = requireNonNull(keys, "keys is null");
        this.companies = requireNonNull(companies, "companies is null");
    }

    /** @param company the company whose key fits; empty if there is one key for all */
    record Result(Optional<String> company, Optional<Rejection> rejection) {

        private static Result of(Rejection reason) {
            return new Result(Optional.empty(), Optional.of(reason));
        }
    }

    /**
     * Checks a signed request.
     *
     * @param marked the company that its URL is marked for; empty if it has no mark
     * @throws CallRailFailure if the key, or the companies, cannot be looked up
     */
    Result check(WebhookRequest request, Optional<String> marked) {
        List<String> known = companies.get();
        if (known.isEmpty()) {
            return fits("", keys::key, request)
                    // The mark is not signed, but the body names the company.
                    ? new Result(Optional.empty(), Optional.empty())
                    : Result.of(Rejection.WRONG_SIGNATURE);
        }
        boolean unknown = marked.map(company -> !known.contains(company)).orElse(known.size() > MOST_UNMARKED);
        if (unknown) {
            return Result.of(Rejection.UNKNOWN_COMPANY);
        }
        List<String> candidates = marked.map(List::of).orElse(known);
        Optional<String> signed = signedBy(candidates, request);
        // CallRail may have changed the key. Among several companies, nothing says whose to look up again.
        if (signed.isEmpty() && candidates.size() == 1) {
            signed = candidates.stream()
                    .filter(company -> fits(company, keys::refreshed, request))
                    .findFirst();
        }
        return signed.isPresent() ? new Result(signed, Optional.empty()) : Result.of(Rejection.WRONG_SIGNATURE);
    }

    /** The company among these whose key fits; a key that CallRail refuses to show does not hide the others. */
    private Optional<String> signedBy(List<String> candidates, WebhookRequest request) {
        CallRailFailure refused = null;
        for (String company : candidates) {
            try {
                if (fits(company, keys::key, request)) {
                    return Optional.of(company);
                }
            } catch (CallRailFailure failure) {
                // CallRail cannot be asked at all: the other lookups would only take time.
                if (failure.kind().retryable()) {
                    throw failure;
                }
                refused = failure;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return Optional.empty();
    }

    private static boolean fits(String company, Function<String, Optional<String>> keys, WebhookRequest request) {
        return keys.apply(company)
                .filter(key -> WebhookSignature.of(key)
                        .matches(request.body(), request.signature().orElseThrow()))
                .isPresent();
    }
}
