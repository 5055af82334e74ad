package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The first page of a report.
 *
 * @param parameters what was requested, without fields
 * @param requested the fields that were requested; empty if CallRail rejected some
 * @param rejected the fields that CallRail rejects
 * @param certain whether each of these was seen to be rejected; otherwise at least one of them is
 * @param pageSize the number of records that were requested
 */
record Sample(
        Report report,
        Map<String, String> parameters,
        List<String> requested,
        List<String> rejected,
        boolean certain,
        int pageSize,
        Answer answer) {

    /** Its records. */
    List<CallRailRecord> records() {
        return answer.records(report);
    }

    /** All objects that have fields of the report: records, and the totals of a summary. */
    List<CallRailRecord> objects() {
        return Stream.concat(records().stream(), answer.totals().stream()).toList();
    }

    /** Whether it is the only page. */
    boolean complete() {
        return report.paged() && answer.hasList(report) && records().size() < pageSize;
    }
}
