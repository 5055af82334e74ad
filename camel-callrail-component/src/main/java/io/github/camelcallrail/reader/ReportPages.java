package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.client.ApiCall;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.CallSubject;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.PageCounts;
import io.github.camelcallrail.paging.PageFetcher;
import io.github.camelcallrail.query.ReportQuery;
import java.util.function.Consumer;

/** Fetches pages of reports from CallRail, without fields that it rejects, unless the user named them. */
record ReportPages(RetryingClient client, ReportRequests requests, RejectedFields rejectedFields, RecordReaders readers)
        implements PageFetcher {

    private static final Consumer<PageCounts> NOBODY = counts -> {};

    @Override
    public Page page(ReportQuery query, int number) {
        return page(query, number, NOBODY);
    }

    @Override
    public Page page(ReportQuery query, int number, Consumer<PageCounts> counted) {
        ReportQuery allowed = rejectedFields.without(query);
        try {
            return send(allowed, number, counted);
        } catch (CallRailFailure failure) {
            // Earlier pages with the same fields were accepted.
            if (number > 1 || !rejectedFields.mayExplain(failure, allowed)) {
                throw failure;
            }
            rejectedFields.find(allowed, failure, probe -> send(probe, 1, NOBODY));
            return send(rejectedFields.without(query), number, counted);
        }
    }

    private Page send(ReportQuery query, int number, Consumer<PageCounts> counted) {
        return client.send(call(query, requests.page(query, number), readers, counted));
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return client.send(call(query, requests.linked(query, next), readers, NOBODY));
    }

    static ApiCall<Page> call(
            ReportQuery query, ApiRequest request, RecordReaders readers, Consumer<PageCounts> counted) {
        return ApiCall.get(
                query.accountId(), subject(query), request, body -> PageReader.read(query, body, readers, counted));
    }

    private static CallSubject subject(ReportQuery query) {
        return new CallSubject(
                "report '" + query.report() + "'",
                whose(query) + "the user's role in CallRail",
                query.report().is(Mark.FORBIDDEN_TO_MANY));
    }

    private static String whose(ReportQuery query) {
        if (!query.report().ofAccount()) {
            return "option 'baseUrl', and ";
        }
        String company = query.parameter("company_id")
                .map(id -> " and option 'companyId' (now '" + id + "')")
                .orElse("");
        return "option 'accountId' (now '%s')%s, and ".formatted(query.accountId(), company);
    }
}
