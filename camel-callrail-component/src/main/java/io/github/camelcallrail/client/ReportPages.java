package io.github.camelcallrail.client;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.report.ReportQuery;

/** Gets the pages of reports from CallRail; without columns that it refuses, unless the user asked for them. */
record ReportPages(RetryingClient client, ReportRequests requests, RefusedFields refusedFields) implements PageFetcher {

    @Override
    public Page page(ReportQuery query, int number) {
        ReportQuery asked = refusedFields.without(query);
        try {
            return ask(asked, number);
        } catch (CallRailFailure failure) {
            // With the same columns the pages before were granted.
            if (number > 1 || !refusedFields.mayExplain(failure, asked)) {
                throw failure;
            }
            refusedFields.find(asked, failure, probe -> ask(probe, 1));
            return ask(refusedFields.without(query), number);
        }
    }

    private Page ask(ReportQuery query, int number) {
        return client.send(call(query, requests.page(query, number)));
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return client.send(call(query, requests.linked(query, next)));
    }

    private static ApiCall<Page> call(ReportQuery query, ApiRequest request) {
        return ApiCall.get(query.accountId(), CallSubject.of(query), request, body -> PageReader.read(query, body));
    }
}
