package io.github.camelcallrail.sandbox;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers a request for the children of one record. */
final class ChildListing {

    private static final String NOT_FOUND = "Not found";

    private final SandboxData data;
    private final Listing listing;

    ChildListing(SandboxData data, Listing listing) {
        this.data = data;
        this.listing = listing;
    }

    Map<String, Object> answer(Route route, AccountRecords account, Query query, Set<ContraryBehavior> contrary) {
        SandboxEndpoint endpoint = route.endpoint();
        String report = endpoint.report();
        StoredRecord parent = SingleObjects.found(account, SandboxEndpoints.parentOf(report), route.id());
        if (report.equals("page-views")
                && !data.scope(account, report, parent.id()).isOfSessionTracker()) {
            throw new RejectedRequestException(404, NOT_FOUND);
        }
        // The other lists of children do not have the parameter.
        ZoneId zone = report.equals("page-views") ? Zones.of(query, account) : Zones.ofOwner(account);
        Comparator<StoredRecord> order = RecordOrder.of(endpoint, query, false);
        List<StoredRecord> records = new ArrayList<>(data.childrenOf(account, report, parent.id()));
        // Of two at the same time, the one added later is the newer.
        Collections.reverse(records);
        records.sort(order);
        Page page = Page.of(endpoint, query);
        FieldSelection selection = selection(endpoint, query);
        Map<String, Object> answer = new LinkedHashMap<>(page.metadata(records.size()));
        if (report.equals("lead-timeline")) {
            answer.put("lead", LeadOverview.of(account, parent, records));
        }
        answer.put(
                endpoint.arrayKey(),
                listing.numbered(page, records, contrary).stream()
                        .map(record -> Listing.zoned(endpoint, record, selection.of(record), zone))
                        .toList());
        return answer;
    }

    private static FieldSelection selection(SandboxEndpoint endpoint, Query query) {
        FieldSelection unasked = FieldSelection.of(endpoint, query, name -> false);
        if (!endpoint.filters().containsKey("with_msg_errors") || !query.flag("with_msg_errors")) {
            return unasked;
        }
        Set<String> names = new LinkedHashSet<>(unasked.names());
        names.addAll(endpoint.requestableFields());
        return new FieldSelection(names);
    }
}
