package io.github.camelcallrail.reader;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.query.ReportQuery;
import java.util.function.Supplier;

/** Gets pages, and lists the companies that the key sees where a page is refused because it is of none of them. */
record CompanySuggestions(PageFetcher pages, AccountDirectory accounts) implements PageFetcher {

    @Override
    public Page page(ReportQuery query, int number) {
        return explained(query, () -> pages.page(query, number));
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return explained(query, () -> pages.linked(query, next));
    }

    private Page explained(ReportQuery query, Supplier<Page> ask) {
        try {
            return ask.get();
        } catch (CallRailFailure failure) {
            boolean refused = failure.kind() == FailureKind.NOT_FOUND || failure.kind() == FailureKind.FORBIDDEN;
            if (!refused || query.parameter("company_id").isEmpty()) {
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
