package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.catalogue.Report.Shape;
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
                query.accountId(),
                subject(query),
                request,
                response -> PageReader.read(query, response.body(), readers, counted));
    }

    private static CallSubject subject(ReportQuery query) {
        return new CallSubject(
                name(query),
                whose(query) + "the user's role in CallRail",
                query.report().is(Mark.FORBIDDEN_TO_MANY));
    }

    private static String name(ReportQuery query) {
        String report = "report '" + query.report() + "'";
        if (query.objectId().isEmpty()) {
            return report;
        }
        return query.report().shape() == Shape.RECORD
                ? "record '%s' of %s".formatted(query.objectId(), report)
                : "%s of '%s'".formatted(report, query.objectId());
    }

    private static String whose(ReportQuery query) {
        String object = query.objectId().isEmpty() ? "" : "option 'id' (now '%s'), ".formatted(query.objectId());
        if (!query.report().ofAccount()) {
            return (object.isEmpty() ? "option 'baseUrl', " : object) + "and ";
        }
        String company = query.parameter("company_id")
                .map(id -> " and option 'companyId' (now '" + id + "')")
                .orElse("");
        return "%soption 'accountId' (now '%s')%s, and ".formatted(object, query.accountId(), company);
    }
}
