package io.github.camelcallrail.reader;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageCounts;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.query.ReportQuery;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fetches pages. If CallRail rejects a page because of its company, the failure lists the companies that the key can
 * see.
 */
record CompanySuggestions(PageFetcher pages, AccountDirectory accounts) implements PageFetcher {

    @Override
    public Page page(ReportQuery query, int number) {
        return explained(query, () -> pages.page(query, number));
    }

    @Override
    public Page page(ReportQuery query, int number, Consumer<PageCounts> counted) {
        return explained(query, () -> pages.page(query, number, counted));
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return explained(query, () -> pages.linked(query, next));
    }

    private Page explained(ReportQuery query, Supplier<Page> fetch) {
        try {
            return fetch.get();
        } catch (CallRailFailure failure) {
            boolean rejected = failure.kind() == FailureKind.NOT_FOUND || failure.kind() == FailureKind.FORBIDDEN;
            if (!rejected || query.parameter("company_id").isEmpty()) {
                throw failure;
            }
            throw explained(query, failure);
        }
    }

    private CallRailFailure explained(ReportQuery query, CallRailFailure failure) {
        try {
            accounts.companiesWith(query.parameter("company_id").orElseThrow(), query.accountId(), query.report());
            return failure;
        } catch (CallRailFailure other) {
            if (other.kind() == FailureKind.CONFIGURATION) {
                return failure.explained(other.getMessage());
            }
            failure.addSuppressed(other);
            return failure;
        }
    }
}
