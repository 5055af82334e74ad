package io.github.camelcallrail.sandbox;

import java.util.Map;

/** Answers a request for one record. */
final class SingleObjects {

    private final Faults faults;

    SingleObjects(Faults faults) {
        this.faults = faults;
    }

    Map<String, Object> answer(Route route, AccountRecords account, Query query) {
        SandboxObject object = route.resource().object();
        String name = route.resource().name();
        FieldSelection selection = FieldSelection.of(object, query, field -> faults.refuses(name, field));
        StoredRecord record = ObjectFields.of(object, found(account, object.report(), route.id()));
        // Only lists take a time zone; without one, both write the same times.
        return Listing.zoned(
                SandboxEndpoints.of(object.report()), record, selection.of(record), Zones.ofOwner(account));
    }

    /** Source of the 404 for a call marked as spam: third-party live observation; its body is a choice. */
    static StoredRecord found(AccountRecords account, String report, String id) {
        return account.records(report).stream()
                .filter(record -> Ids.same(record.id(), id))
                .filter(record -> !(report.equals("calls") && Boolean.TRUE.equals(record.get("spam"))))
                .findFirst()
                .orElseThrow(() -> new RejectedRequestException(404, "Not found"));
    }
}
