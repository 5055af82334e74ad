package io.github.camelcallrail.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One page by number. Source: apidocs.callrail.com, Offset Pagination; the clamping above the maximum is a choice. */
record Page(int number, int size) {

    private static final int DEFAULT_SIZE = 100;

    static Page of(SandboxEndpoint endpoint, Query query) {
        return new Page(
                query.number("page", 1, 1),
                Math.min(query.number("per_page", 1, DEFAULT_SIZE), endpoint.maxPageSize()));
    }

    /** The records of this page; empty beyond the end. */
    List<StoredRecord> of(List<StoredRecord> records) {
        long from = (long) (number - 1) * size;
        return from >= records.size()
                ? List.of()
                : records.subList((int) from, (int) Math.min(from + size, records.size()));
    }

    /** The last page of so many records; the first if there are none. */
    Page last(int total) {
        return new Page(Math.max(1, (total + size - 1) / size), size);
    }

    Map<String, Object> metadata(int total) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("page", number);
        metadata.put("per_page", size);
        metadata.put("total_pages", (total + size - 1) / size);
        metadata.put("total_records", total);
        return metadata;
    }
}
