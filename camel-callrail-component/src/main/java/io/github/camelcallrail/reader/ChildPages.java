package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.ChildKey;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageCounts;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.query.FieldSelection;
import io.github.camelcallrail.query.ReportQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fetches pages. Where CallRail answers HTTP 404 for a parent without children, reading the parent shows whether it
 * exists; if it does, the list is empty. That takes another request.
 */
record ChildPages(PageFetcher pages) implements PageFetcher {

    @Override
    public Page page(ReportQuery query, int number) {
        return orEmpty(query, number, () -> pages.page(query, number));
    }

    @Override
    public Page page(ReportQuery query, int number, Consumer<PageCounts> counted) {
        return orEmpty(query, number, () -> pages.page(query, number, counted));
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return pages.linked(query, next);
    }

    private Page orEmpty(ReportQuery query, int number, Supplier<Page> fetch) {
        try {
            return fetch.get();
        } catch (CallRailFailure failure) {
            Optional<Report> parent = query.report().childKey().flatMap(ChildKey::parentForm);
            if (failure.kind() != FailureKind.NOT_FOUND || number > 1 || parent.isEmpty()) {
                throw failure;
            }
            requireParent(query, parent.get(), failure);
            return new Page(List.of(), OptionalLong.of(0), OptionalInt.empty(), Optional.empty(), Map.of());
        }
    }

    private void requireParent(ReportQuery query, Report form, CallRailFailure failure) {
        try {
            pages.page(ReportQuery.ofRecord(form, query.accountId(), query.objectId(), FieldSelection.API_DEFAULT), 1);
        } catch (CallRailFailure other) {
            if (other.kind() == FailureKind.NOT_FOUND) {
                throw failure;
            }
            other.addSuppressed(failure);
            throw other;
        }
    }
}
